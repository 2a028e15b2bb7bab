import type { FaultCode } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { MINUTE_MS, type UnixMs, unixMs } from '../../metrics/time.ts';
import type { HistoryOrder, HistoryProgress, Pause } from '../../platform/history.ts';
import { failurePolicy } from '../../sources/seller-center/failure-policy.ts';
import type { History } from './kept.ts';

/** LIVEs that are read at the same time. */
const AT_ONCE = 2;
/** Requests that the products and course of a LIVE take beside its figures. */
const REQUESTS_BESIDE_FIGURES = 2;
/** How often a LIVE is tried that fails in a way that may pass. */
const TRIES = 3;
const LONGEST_WAIT_MS = 10 * MINUTE_MS;
/** Weight of the newest request in what one takes. */
const NEWEST_WEIGHT = 0.2;

/** How much of a LIVE is read: its figures alone, or what an earlier LIVE is compared by. */
export type Depth = 'figures' | 'whole';

/** What became of one LIVE: read this far, or why not. */
export type ReadOutcome =
  | { readonly room: RoomId; readonly kind: 'read'; readonly depth: Depth }
  | {
      readonly room: RoomId;
      readonly kind: 'failed';
      readonly depth: Depth;
      readonly code: FaultCode;
    };

/** A reading of these LIVEs, newest start first. */
export function begun(rooms: readonly RoomId[]): History {
  return {
    phase: rooms.length === 0 ? 'done' : 'running',
    waiting: [...rooms],
    figuresRead: [],
    withoutFigures: [],
    read: 0,
    unreadable: [],
    slowed: 0,
    tries: {},
  };
}

/** LIVEs to read next, all of them this far. */
export interface NextLives {
  readonly rooms: readonly RoomId[];
  readonly depth: Depth;
}

/**
 * The LIVEs to read next: two, or one after Seller Center asked for patience; none while it waits.
 * The figures of all come first, since own LIVEs are compared by these; then each LIVE is read whole.
 */
export function nextLives(history: History, now: UnixMs): NextLives {
  if (history.phase !== 'running' || now < (history.notBefore ?? now)) {
    return { rooms: [], depth: 'whole' };
  }
  const { waiting, figuresRead, withoutFigures, slowed } = history;
  const atOnce = slowed > 0 ? 1 : AT_ONCE;
  const known = new Set([...figuresRead, ...withoutFigures]);
  const figures = waiting.filter((room) => !known.has(room));
  return figures.length > 0
    ? { rooms: figures.slice(0, atOnce), depth: 'figures' }
    : { rooms: waiting.slice(0, atOnce), depth: 'whole' };
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
  const requests = outcomes.reduce((sum, one) => sum + requestsOf(one), 0);
  const firstWait = Math.max(0, ...outcomes.map(waitAfter));
  const slowing = firstWait > 0;
  const { notBefore: _over, ...rest } = next;
  const slowed = slowing ? history.slowed + 1 : read > 0 ? 0 : history.slowed;
  const wait = Math.min(firstWait * 2 ** (slowed - 1), LONGEST_WAIT_MS);
  return finished({
    ...rest,
    slowed,
    ...(slowing ? { notBefore: unixMs(now + wait) } : {}),
    ...(requests === 0 ? {} : { msPerRequest: pace(history.msPerRequest, tookMs / requests) }),
  });
}

const waitAfter = (one: ReadOutcome): number =>
  one.kind === 'failed' ? failurePolicy(one.code).backoffMs : 0;

function requestsOf(one: ReadOutcome): number {
  if (one.kind === 'failed') return 0;
  return one.depth === 'figures' ? 1 : REQUESTS_BESIDE_FIGURES;
}

function taken(history: History, outcome: ReadOutcome): History {
  const { room } = outcome;
  if (outcome.kind === 'read' && outcome.depth === 'figures') {
    return { ...history, figuresRead: [...history.figuresRead, room] };
  }
  const waiting = without(history.waiting, room);
  const done = {
    ...history,
    waiting,
    figuresRead: without(history.figuresRead, room),
    withoutFigures: without(history.withoutFigures, room),
  };
  if (outcome.kind === 'read') return { ...done, read: history.read + 1 };
  const { code, depth } = outcome;
  if (code === 'unknown-room' && depth === 'figures') {
    return { ...history, withoutFigures: [...history.withoutFigures, room] };
  }
  const { pause, scope, passes } = failurePolicy(code);
  if (pause !== undefined) return paused(history, pause);
  // It says nothing of the LIVE that was asked for.
  if (scope === 'all') return history;
  const tries = (history.tries[room] ?? 0) + 1;
  if (passes && tries < TRIES) {
    return {
      ...history,
      waiting: [...waiting, room],
      tries: { ...history.tries, [room]: tries },
    };
  }
  // Its figures count, whatever of the rest can't be had.
  return history.figuresRead.includes(room)
    ? { ...done, read: history.read + 1 }
    : { ...done, unreadable: [...history.unreadable, room] };
}

const without = (rooms: readonly RoomId[], room: RoomId): RoomId[] =>
  rooms.filter((one) => one !== room);

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
  const next = {
    ...history,
    waiting: history.waiting.filter((room) => known.has(room)),
    figuresRead: history.figuresRead.filter((room) => known.has(room)),
    withoutFigures: history.withoutFigures.filter((room) => known.has(room)),
    unreadable: [...history.unreadable, ...gone],
  };
  return finished(orderedHistory(next, 'resume'));
}

/** What the panel shows of a history. */
export function progressOf(history: History, now: UnixMs): HistoryProgress {
  const { phase, pause, waiting, figuresRead, withoutFigures, read } = history;
  const { unreadable, msPerRequest, notBefore } = history;
  const unasked = waiting.length - figuresRead.length - withoutFigures.length;
  const requests = waiting.length * REQUESTS_BESIDE_FIGURES + unasked;
  return {
    phase,
    ...(phase === 'paused' && pause !== undefined ? { pause } : {}),
    total: waiting.length + read + unreadable.length,
    figures: read + figuresRead.length + withoutFigures.length,
    read,
    unreadable: unreadable.length,
    ...(msPerRequest === undefined ? {} : { msLeft: msPerRequest * requests }),
    waits: phase === 'running' && notBefore !== undefined && now < notBefore,
  };
}
