import type { FaultCode } from '../../metrics/fault.ts';
import type { Pause } from '../../platform/history.ts';

/** What to do when a request to Seller Center fails. */
export interface FailurePolicy {
  /** How often the same request is sent again, after a second, then two, and as much again by chance. */
  readonly retries: number;
  /** What else would fail the same way: the endpoint's other requests, the LIVE's other endpoints, or all LIVEs. */
  readonly scope: 'endpoint' | 'room' | 'all';
  /** How long the next LIVE of a longer reading waits at first; twice as long each time it happens again. */
  readonly backoffMs: number;
  /** Whether it may pass by itself, so that the LIVE is worth another try. */
  readonly passes: boolean;
  /** Why a longer reading waits for the seller. */
  readonly pause?: Pause;
}

const BACKOFF_MS = 15_000;

/** A fault that says something of one request, for good. */
const ofRequest: FailurePolicy = { retries: 0, scope: 'endpoint', backoffMs: 0, passes: false };
const ofSeller = (pause: Pause): FailurePolicy => ({ ...ofRequest, scope: 'all', pause });
const ofBrowser: FailurePolicy = {
  retries: 0,
  scope: 'all',
  backoffMs: BACKOFF_MS,
  passes: true,
};

const policies: Partial<Record<FaultCode, FailurePolicy>> = {
  'signed-out': ofSeller('signed-out'),
  'not-allowed': ofSeller('not-allowed'),
  'storage-full': ofSeller('storage'),
  'storage-broken': ofSeller('storage'),
  'storage-newer': ofSeller('storage'),
  offline: ofBrowser,
  'worker-gone': ofBrowser,
  'extension-updated': ofBrowser,
  'rate-limited': { retries: 2, scope: 'all', backoffMs: BACKOFF_MS, passes: true },
  timeout: { retries: 0, scope: 'room', backoffMs: BACKOFF_MS, passes: true },
  'server-error': { retries: 2, scope: 'endpoint', backoffMs: BACKOFF_MS, passes: true },
  malformed: { ...ofRequest, passes: true },
  internal: { ...ofRequest, passes: true },
};

/** Refusals before a room is taken for unknown, or an endpoint for one that is not to be had. */
export const MOST_REFUSALS = 4;
/** Endpoints of a room that fail on the server's side before Seller Center is taken for down. */
export const MOST_BREAKDOWNS = 2;

/** What to do when a request fails in this way. The one place that says so. */
export function failurePolicy(code: FaultCode): FailurePolicy {
  return policies[code] ?? ofRequest;
}

/** Whether the LIVE's other endpoints would only fail the same way, or asking them be impolite. */
export const stopsRoom = (code: FaultCode): boolean => failurePolicy(code).scope !== 'endpoint';
