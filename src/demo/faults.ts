import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { isAnalyticsPath } from '../platform/analytics-path.ts';
import { type DemoAnswer, json, plain, redirect } from './exchange.ts';
import { FeedFaultSchema, wrongFeed } from './feed/feed-fault.ts';

const FaultSchema = v.variant('kind', [
  /** The four ways in which Seller Center says that nobody is signed in. */
  v.object({
    kind: v.literal('signed-out'),
    as: v.picklist(['redirect', 'status', 'login-page', 'code']),
  }),
  /** Any other HTTP status, such as 429 or 500; `retryAfter` in seconds. */
  v.object({
    kind: v.literal('status'),
    status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
    retryAfter: v.optional(v.number()),
  }),
  /** The answer comes whole, but late, or as soon as all faults are cleared. */
  v.object({ kind: v.literal('slow'), ms: v.pipe(v.number(), v.minValue(0), v.maxValue(600_000)) }),
  /** The connection ends in the middle of the body. */
  v.object({ kind: v.literal('cut-off') }),
  /** Status 200 and a whole body that is no JSON. */
  v.object({ kind: v.literal('malformed') }),
  /** Every field of these names is left out, at any depth. */
  v.object({ kind: v.literal('missing'), fields: v.array(v.string()) }),
  /** The connection is reset before any answer. */
  v.object({ kind: v.literal('reset') }),
  /** Fields of the answer's data are replaced, as where a LIVE's replay is. */
  v.object({ kind: v.literal('says'), fields: v.record(v.string(), v.unknown()) }),
  /** A file of the benchmark feed that has to be refused; its path is to be named. */
  v.object({ kind: v.literal('feed'), as: FeedFaultSchema }),
]);
export type DemoFault = v.InferOutput<typeof FaultSchema>;

export const FaultRuleSchema = v.object({
  fault: FaultSchema,
  /** A part of the path; every analytics endpoint when left out. */
  path: v.optional(v.string()),
  /** Only requests whose body names this room. */
  room: v.optional(v.string()),
  /** How many requests it meets before it is over; for good when left out. */
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
/** A fault and the requests it meets. */
type FaultRule = v.InferInput<typeof FaultRuleSchema>;
type ReadRule = v.InferOutput<typeof FaultRuleSchema>;

/** How an answer leaves: when, and how much of it. */
export interface Delivery {
  readonly answer: DemoAnswer;
  readonly delayMs: number;
  readonly end: 'whole' | 'cut-off' | 'reset';
}

export interface Faults {
  /** Replaces all rules; several may meet one request and are laid over each other in their order. */
  readonly set: (rules: readonly FaultRule[]) => void;
  readonly clear: () => void;
  readonly rules: () => readonly FaultRule[];
  /** Waits so many milliseconds, or until all rules are cleared. */
  readonly hold: (ms: number) => Promise<void>;
  /** Lays the rules that meet this request over its answer. */
  readonly over: (request: { path: string; body: string }, answer: DemoAnswer) => Delivery;
}

/** The faults of one demo; nothing fails until rules are set. */
export function faultBoard(): Faults {
  let rules: { readonly rule: ReadRule; left: number }[] = [];
  let held = new AbortController();
  return {
    set: (next) => {
      rules = next.map((input) => {
        const rule = v.parse(FaultRuleSchema, input);
        return { rule, left: rule.times ?? Number.POSITIVE_INFINITY };
      });
    },
    clear: () => {
      rules = [];
      held.abort();
      held = new AbortController();
    },
    rules: () => rules.filter(({ left }) => left > 0).map(({ rule }) => rule),
    hold: (ms) => wait(ms, undefined, { ref: false, signal: held.signal }).catch(() => undefined),
    over: (request, answer) => {
      let delivery: Delivery = { answer, delayMs: 0, end: 'whole' };
      for (const entry of rules) {
        if (entry.left <= 0 || !meets(entry.rule, request)) continue;
        entry.left -= 1;
        delivery = lay(entry.rule.fault, delivery);
      }
      return delivery;
    },
  };
}

function meets(rule: ReadRule, request: { path: string; body: string }): boolean {
  const { path } = request;
  if (!(rule.path === undefined ? isAnalyticsPath(path) : path.includes(rule.path))) return false;
  return rule.room === undefined || request.body.includes(`"${rule.room}"`);
}

function lay(fault: DemoFault, before: Delivery): Delivery {
  switch (fault.kind) {
    case 'signed-out':
      return { ...before, answer: signedOut(fault.as) };
    case 'status':
      return {
        ...before,
        answer: plain(
          fault.status,
          `The demo was told to answer ${fault.status}.`,
          fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) },
        ),
      };
    case 'slow':
      return { ...before, delayMs: before.delayMs + fault.ms };
    case 'cut-off':
      return { ...before, end: 'cut-off' };
    case 'malformed':
      return { ...before, answer: { ...before.answer, body: '{"code":0,"data":{"stats":' } };
    case 'missing':
      return { ...before, answer: without(before.answer, new Set(fault.fields)) };
    case 'says':
      return { ...before, answer: saying(before.answer, fault.fields) };
    case 'reset':
      return { ...before, end: 'reset' };
    case 'feed':
      return { ...before, answer: wrongFeed(fault.as, before.answer) };
  }
}

/** An answer to a request without a session, in one of the ways Seller Center has been seen to give. */
export function signedOut(as: 'redirect' | 'status' | 'login-page' | 'code'): DemoAnswer {
  switch (as) {
    case 'redirect':
      return redirect('/demo/sign-in');
    case 'status':
      return plain(401, 'Sign in first.');
    case 'login-page':
      return {
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
        body: '<!doctype html><html lang="en"><title>Log in (demo)</title><p>Log in to go on. This is a demo.</p></html>',
      };
    case 'code':
      return json({ code: 98001002, message: 'user not login', data: null, simulated: true });
  }
}

function without(answer: DemoAnswer, fields: ReadonlySet<string>): DemoAnswer {
  return changed(answer, (key, part) => (fields.has(key) ? undefined : part));
}

function saying(answer: DemoAnswer, fields: Readonly<Record<string, unknown>>): DemoAnswer {
  return changed(answer, (key, part) =>
    key === 'data' && typeof part === 'object' ? { ...part, ...fields } : part,
  );
}

/** A JSON answer with its parts changed; any other as it is. */
function changed(answer: DemoAnswer, change: (key: string, part: unknown) => unknown): DemoAnswer {
  const text = typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body).toString();
  try {
    return { ...answer, body: JSON.stringify(JSON.parse(text), change) };
  } catch {
    return answer;
  }
}
