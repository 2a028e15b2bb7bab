import { failed, fault, type Result } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { type Answer, type Opened, openEnvelope } from './envelope.ts';
import { failurePolicy } from './failure-policy.ts';
import type { Ask } from './requests.ts';

/** Sends one request to a Seller Center host; through a page or from the worker is the sender's business. */
export type Transport = (request: {
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly room?: RoomId;
  readonly signal?: AbortSignal;
}) => Promise<Result<Required<Answer>>>;

/** How to wait between tries; injected, so that a test needs no clock. */
export interface RetryPace {
  readonly wait: (ms: number) => Promise<void>;
  /** A number from 0 up to 1, spreads retries of several browsers. */
  readonly jitter: () => number;
}

export const realPace: RetryPace = {
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  jitter: Math.random,
};

const FIRST_WAIT_MS = 1000;

/**
 * Sends one request and takes its envelope off. A failure is tried again as `failurePolicy` says, after
 * 1 s and 2 s and up to as much again; everything else is answered at once. Never throws.
 */
export async function sendPolitely(
  send: Transport,
  ask: Ask,
  to: { readonly host: string; readonly room?: RoomId; readonly signal?: AbortSignal },
  pace: RetryPace,
): Promise<Result<Opened>> {
  for (let retry = 0; ; retry += 1) {
    if (to.signal?.aborted === true) return failed(fault('timeout', 'aborted'));
    const read = await sendOnce(send, ask, to);
    if (read.ok || retry >= failurePolicy(read.fault.code).retries) return read;
    await pace.wait(FIRST_WAIT_MS * 2 ** retry * (1 + pace.jitter()));
  }
}

async function sendOnce(
  send: Transport,
  { path, query, body }: Ask,
  to: { readonly host: string; readonly room?: RoomId; readonly signal?: AbortSignal },
): Promise<Result<Opened>> {
  try {
    const answer = await send({ ...to, path, query, body });
    return answer.ok ? openEnvelope(answer.value) : answer;
  } catch (error) {
    return failed(fault('internal', error instanceof Error ? error.message : String(error)));
  }
}
