import type { FaultCode } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { MINUTE_MS, type UnixMs, unixMs } from '../../metrics/time.ts';
import type { HistoryOrder, HistoryProgress, Pause } from '../../platform/history.ts';
import type { History } from './kept.ts';

/** LIVEs that are read at the same time. */
const AT_ONCE = 2;
/** How often a LIVE is tried that fails in a way that may pass. */
const TRIES = 3;
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 10 * MINUTE_MS;
/** Weight of the newest LIVE in what one takes. */
const NEWEST_WEIGHT = 0.2;

/** What became of one LIVE: read, or why not. */
export type ReadOutcome =
  | { readonly room: RoomId; readonly kind: 'read' }
  | { readonly room: RoomId; readonly kind: 'failed'; readonly code: FaultCode };

/** Faults of Seller Center or of the way to it: the next LIVE would fail the same way, so all wait. */
const slows = new Set<FaultCode>(['rate-limited', 'offline', 'timeout', 'server-error']);
/** Of those, the ones that say nothing of the LIVE that was asked for. */
const ofNoLive = new Set<FaultCode>(['rate-limited', 'offline']);
const pauses: Partial<Record<FaultCode, Pause>> = {
  'signed-out': 'signed-out',
  'not-allowed': 'not-allowed',
  'storage-full': 'storage',
  'storage-broken': 'storage',
  'storage-newer': 'storage',
};
/** Faults that may pass by themselves and are one LIVE's own. */
const mayPass = new Set<FaultCode>(['timeout', 'server-error', 'malformed', 'internal']);

/** A reading of these LIVEs, newest start first. */
export function begun(rooms: readonly RoomId[]): History {
  return {
    phase: rooms.length === 0 ? 'done' : 'running',
    waiting: [...rooms],
    read: 0,
    unreadable: [],
    slowed: 0,
    tries: {},
  };
}

/** The LIVEs to read next: two, or one after Seller Center asked for patience; none while it waits. */
export function nextRooms(history: History, now: UnixMs): readonly RoomId[] {
  if (history.phase !== 'running' || now < (history.notBefore ?? now)) return [];
  return history.waiting.slice(0, history.slowed > 0 ? 1 : AT_ONCE);
}

/**
 * The history once these LIVEs were asked for, which took `tookMs` together. A LIVE whose answer is
 * missing for a reason that may pass goes to the end of the queue, three times at most.
 */
export function asked(
  history: History,
  outcomes: readonly ReadOutcome[],
  tookMs: number,
  now: UnixMs,
): History {
  const next = outcomes.reduce(taken, history);
  const read = outcomes.filter(({ kind }) => kind === 'read').length;
  const slowing = outcomes.some((one) => one.kind === 'failed' && slows.has(one.code));
  const { notBefore: _over, ...rest } = next;
  const slowed = slowing ? history.slowed + 1 : read > 0 ? 0 : history.slowed;
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (slowed - 1), LONGEST_WAIT_MS);
  return finished({
    ...rest,
    slowed,
    ...(slowing ? { notBefore: unixMs(now + wait) } : {}),
    ...(read === 0 ? {} : { msPerLive: pace(history.msPerLive, tookMs / read) }),
  });
}

function taken(history: History, outcome: ReadOutcome): History {
  const { room } = outcome;
  const waiting = history.waiting.filter((one) => one !== room);
  if (outcome.kind === 'read') return { ...history, waiting, read: history.read + 1 };
  const { code } = outcome;
  const pause = pauses[code];
  if (pause !== undefined) return paused(history, pause);
  if (ofNoLive.has(code)) return history;
  const tries = (history.tries[room] ?? 0) + 1;
  if (mayPass.has(code) && tries < TRIES) {
    return {
      ...history,
      waiting: [...waiting, room],
      tries: { ...history.tries, [room]: tries },
    };
  }
  return { ...history, waiting, unreadable: [...history.unreadable, room] };
}

function pace(before: number | undefined, ms: number): number {
  return before === undefined ? ms : before + NEWEST_WEIGHT * (ms - before);
}

/** A reading that has nothing left is done; a stopped one stays stopped. */
function finished(history: History): History {
  const over = history.phase !== 'stopped' && history.waiting.length === 0;
  if (!over) return history;
  const { pause: _none, notBefore: _over, ...rest } = history;
  return { ...rest, phase: 'done' };
}

/** A running history stands still for this reason; what the seller paused or stopped stays as it is. */
export function paused(history: History, pause: Pause): History {
  return history.phase === 'running' ? { ...history, phase: 'paused', pause } : history;
}

/** A history after the seller's word; unchanged where the word doesn't fit it. */
export function orderedHistory(history: History, order: HistoryOrder): History {
  const open = history.phase === 'running' || history.phase === 'paused';
  if (!open) return history;
  const { pause: _gone, notBefore: _over, ...rest } = history;
  switch (order) {
    case 'pause':
      return paused(history, 'seller');
    case 'resume':
      // One that runs may be waiting because Seller Center asked for it.
      return history.phase === 'running' ? history : { ...rest, phase: 'running', slowed: 0 };
    case 'stop':
      return { ...rest, phase: 'stopped' };
  }
}

/**
 * A paused history that goes on for the shop that is signed in now, whose LIVEs are `listed`: what it
 * doesn't list any more is given up. Where it lists nothing of what waits, another shop is signed in.
 */
export function resumed(history: History, listed: readonly RoomId[]): History {
  if (history.phase !== 'paused') return history;
  const known = new Set(listed);
  const gone = history.waiting.filter((room) => !known.has(room));
  if (gone.length === history.waiting.length && gone.length > 0) {
    return { ...history, pause: 'other-shop' };
  }
  const waiting = history.waiting.filter((room) => known.has(room));
  return finished(
    orderedHistory({ ...history, waiting, unreadable: [...history.unreadable, ...gone] }, 'resume'),
  );
}

/** What the panel shows of a history. */
export function progressOf(history: History, now: UnixMs): HistoryProgress {
  const { phase, pause, waiting, read, unreadable, msPerLive, notBefore } = history;
  return {
    phase,
    ...(phase === 'paused' && pause !== undefined ? { pause } : {}),
    total: waiting.length + read + unreadable.length,
    read,
    unreadable: unreadable.length,
    ...(msPerLive === undefined ? {} : { msLeft: msPerLive * waiting.length }),
    waits: phase === 'running' && notBefore !== undefined && now < notBefore,
  };
}
