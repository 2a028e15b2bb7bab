import type { Pinned, PinnedId } from './pinned.ts';
import { DAY_MS, type UnixMs, type UnixSeconds } from './time.ts';

/** Days before the end at which the seller is warned: first, and for the last time. */
export const WARN_DAYS = 7;
const LAST_WARN_DAYS = 1;

/** Whether the recording of a pinned thing can still be watched; days left are counted up, so the last day is 1. */
export type Expiry =
  /** A factor, or a thing of which no recording is known. */
  | { readonly state: 'none' }
  /** Without days where it isn't known how long. */
  | { readonly state: 'playable'; readonly daysLeft?: number }
  | { readonly state: 'expired' };

export function expiryOf(pinned: Pinned, now: UnixMs): Expiry {
  const { url, expiresAt } = recordingOf(pinned);
  if (expiresAt !== undefined && expiresAt * 1000 <= now) return { state: 'expired' };
  if (url === undefined) return { state: 'none' };
  if (expiresAt === undefined) return { state: 'playable' };
  return { state: 'playable', daysLeft: Math.ceil((expiresAt * 1000 - now) / DAY_MS) };
}

/** Whether so few days are left that the seller is to know. */
export function endsSoon(expiry: Expiry): boolean {
  return expiry.state === 'playable' && (expiry.daysLeft ?? Number.POSITIVE_INFINITY) <= WARN_DAYS;
}

/** For which of its days left (7 or 1) a thing's warning was given, by its id. */
export type Warned = Readonly<Record<string, number>>;

/**
 * Which things are to be warned of at `now`: those still to try that reach 7 days, and again 1 day,
 * before their end; each once, however long nobody looked. `warned` is what to remember until the
 * next time; it holds only what can still end.
 */
export function dueWarnings(
  pinned: readonly Pinned[],
  warned: Warned,
  now: UnixMs,
): {
  readonly due: readonly { readonly pinned: Pinned; readonly daysLeft: number }[];
  readonly warned: Warned;
} {
  const due: { pinned: Pinned; daysLeft: number }[] = [];
  const next: Record<PinnedId, number> = {};
  for (const one of pinned) {
    const expiry = expiryOf(one, now);
    if (expiry.state !== 'playable' || expiry.daysLeft === undefined) continue;
    if (expiry.daysLeft > WARN_DAYS) continue;
    const stage = expiry.daysLeft <= LAST_WARN_DAYS ? LAST_WARN_DAYS : WARN_DAYS;
    const before = warned[one.id];
    if (one.status === 'to-try' && (before === undefined || before > stage)) {
      due.push({ pinned: one, daysLeft: expiry.daysLeft });
    }
    next[one.id] = stage;
  }
  return { due, warned: next };
}

function recordingOf(pinned: Pinned): {
  readonly url?: string | undefined;
  readonly expiresAt?: UnixSeconds | undefined;
} {
  if (pinned.kind === 'factor') return {};
  return pinned.kind === 'clip' ? pinned.clip : pinned;
}
