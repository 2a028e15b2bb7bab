import { type Recording, type RecordingState, recordingState } from '../live/recording.ts';
import { DAY_MS, type UnixMs } from '../time.ts';
import type { Pinned, PinnedId } from './pinned.ts';

/** Days before the end at which the seller is warned: first, and for the last time. */
export const WARN_DAYS = 7;
const LAST_WARN_DAYS = 1;

/** What was pinned of a recording: a clip, or a moment of an own replay. Undefined for a factor. */
export function recordingOf(pinned: Pinned): Recording | undefined {
  if (pinned.kind === 'factor') return undefined;
  const { room } = pinned.room;
  if (pinned.kind === 'clip') {
    const { url, expiresAt, from, to } = pinned.clip;
    return { room, url, expiresAt, from, to };
  }
  const { url, expiresAt, at, to } = pinned;
  return { room, url, expiresAt, from: at, to };
}

/** Whether the recording of a pinned thing can still be watched; a factor has none. */
export function expiryOf(pinned: Pinned, now: UnixMs): RecordingState {
  const recording = recordingOf(pinned);
  return recording === undefined ? { state: 'absent' } : recordingState(recording, now);
}

/** Whether no more than `WARN_DAYS` are left, so that the seller is to know. */
export function endsSoon(expiry: RecordingState): boolean {
  return expiry.state === 'playable' && isWithin(expiry.left, WARN_DAYS);
}

const isWithin = (left: number | undefined, days: number): boolean =>
  left !== undefined && left <= days * DAY_MS;

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
  readonly due: readonly { readonly pinned: Pinned; readonly left: number }[];
  readonly warned: Warned;
} {
  const due: { pinned: Pinned; left: number }[] = [];
  const next: Record<PinnedId, number> = {};
  for (const one of pinned) {
    const expiry = expiryOf(one, now);
    if (expiry.state !== 'playable' || expiry.left === undefined || !endsSoon(expiry)) continue;
    const { left } = expiry;
    const stage = isWithin(left, LAST_WARN_DAYS) ? LAST_WARN_DAYS : WARN_DAYS;
    const before = warned[one.id];
    if (one.status === 'to-try' && (before === undefined || before > stage)) {
      due.push({ pinned: one, left });
    }
    next[one.id] = stage;
  }
  return { due, warned: next };
}
