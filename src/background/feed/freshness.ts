import type { Fault } from '../../metrics/fault.ts';
import type { Trouble } from '../../metrics/feed/kept-feed.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type UnixMs, unixMs } from '../../metrics/time.ts';

/** How long an answer is fresh that doesn't say so, and between what bounds it may say so. */
const USUAL_MS = 6 * HOUR_MS;
const SHORTEST_MS = 10 * MINUTE_MS;
const LONGEST_MS = DAY_MS;
/** The rest after a first failure; it doubles with each further one. */
const FIRST_REST_MS = MINUTE_MS;
const LONGEST_REST_MS = 6 * HOUR_MS;

/** Failures that sent no request: trying again soon costs the feed nothing. */
const unasked = new Set<Fault['code']>(['feed-not-allowed', 'offline']);

/**
 * How long an answer is fresh, in milliseconds: by its Cache-Control, between ten minutes and a day;
 * six hours where it doesn't say.
 */
export function freshMs(cacheControl: string | null): number {
  const rules = (cacheControl ?? '')
    .toLowerCase()
    .split(',')
    .map((rule) => rule.trim());
  if (rules.some((rule) => rule === 'no-store' || rule === 'no-cache')) return SHORTEST_MS;
  const age = rules.flatMap((rule) => /^max-age="?(\d{1,10})"?$/.exec(rule)?.[1] ?? [])[0];
  if (age === undefined) return USUAL_MS;
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, Number(age) * 1_000));
}

/** How long to wait by an answer's Retry-After (seconds or a date), in milliseconds; undefined where it doesn't say. */
export function retryMs(retryAfter: string | null, now: UnixMs): number | undefined {
  if (retryAfter === null) return undefined;
  const wait = /^\d{1,9}$/.test(retryAfter)
    ? Number(retryAfter) * 1_000
    : Date.parse(retryAfter) - now;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** What to remember of a failure: the rest doubles with each one in a row, and is as long as the feed asks, up to a day. */
export function troubleAfter(
  before: Trouble | undefined,
  { fault: { code, detail }, waitMs = 0 }: { readonly fault: Fault; readonly waitMs?: number },
  now: UnixMs,
): Trouble {
  const times = (before?.times ?? 0) + 1;
  const doublings = unasked.has(code) ? 0 : Math.min(times - 1, 16);
  const rest = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** doublings);
  return {
    code,
    ...(detail === undefined ? {} : { detail }),
    times,
    restUntil: unixMs(now + Math.max(rest, Math.min(waitMs, LONGEST_MS))),
  };
}

interface Answered {
  readonly checkedAt: UnixMs;
  readonly freshUntil: UnixMs;
  readonly trouble?: Trouble | undefined;
}

/** Whether an answer is older than its source promises, or was read by a clock that stood wrong. */
export function isStale(
  { checkedAt, freshUntil }: Pick<Answered, 'checkedAt' | 'freshUntil'>,
  now: UnixMs,
): boolean {
  return now >= freshUntil || now < checkedAt;
}

/** Whether a failure is to be rested from. No rest is longer than a day: a later end was told by a wrong clock. */
export function isResting({ trouble }: Pick<Answered, 'trouble'>, now: UnixMs): boolean {
  const left = (trouble?.restUntil ?? now) - now;
  return left > 0 && left <= LONGEST_MS;
}

/** Whether to ask unasked: stale, and not resting after a failure. */
export function isFeedDue(answered: Answered, now: UnixMs): boolean {
  return isStale(answered, now) && !isResting(answered, now);
}
