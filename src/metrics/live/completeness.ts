import { metricIds } from '../catalogue.ts';
import type { Figures, Origin } from '../figure.ts';
import type { Session } from '../session.ts';
import { toMs, type UnixMs } from '../time.ts';
import { endOf, type LiveTimes, lengthOf } from './length.ts';

/** Whether a time lies before a LIVE's end: what was read then tells of a part of it. False where no end is known. */
export function isBeforeEnd(at: UnixMs, live: LiveTimes): boolean {
  const end = endOf(live);
  return end !== undefined && at < toMs(end);
}

/**
 * Whether the figures of a LIVE that has ended were last read from Seller Center while it still ran: they
 * tell of a part of it, and its length by now is no measure for them.
 */
export function wasReadWhileLive({
  room,
  origins: { figures },
}: Pick<Session, 'room' | 'origins'>): boolean {
  return figures !== undefined && isTimed(figures) && isBeforeEnd(figures.at, room);
}

/** What may be missing of a LIVE at its end before its figures don't count as those of the whole. */
const MISSED = 0.05;

/**
 * The figures of a LIVE that ended, without those that were read from Seller Center while more than a
 * twentieth of it was still to come: over its whole length they would tell of a LIVE weaker than it was.
 * All of them where its end or length isn't known.
 */
export function dropPartialFigures(figures: Figures, live: LiveTimes): Figures {
  const end = endOf(live);
  const length = lengthOf(live);
  if (end === undefined || length === undefined) return figures;
  const enough = toMs(end) - MISSED * length * 1000;
  const whole = { ...figures };
  for (const id of metricIds) {
    const origin = figures[id]?.origin;
    if (origin !== undefined && isTimed(origin) && origin.at < enough) delete whole[id];
  }
  return whole;
}

/** Files and samples tell of whole LIVEs, whenever they were read. */
const isTimed = ({ how }: Origin): boolean => how === 'observed' || how === 'fetched';
