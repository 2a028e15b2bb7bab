import { metricIds } from './catalogue.ts';
import type { Figures, Origin } from './figure.ts';
import { endOf } from './live/length.ts';
import type { RoomInfo, Session } from './session.ts';
import { toMs } from './time.ts';

/**
 * Whether Seller Center was last asked for the figures of a LIVE while it still ran: they tell of a part
 * of it, and its length by now is no measure for them.
 */
export function toldOfPart({
  room,
  origins: { figures },
}: Pick<Session, 'room' | 'origins'>): boolean {
  const end = endOf(room);
  return figures !== undefined && end !== undefined && isTimed(figures) && figures.at < toMs(end);
}

/** What may be missing of a LIVE at its end before its figures don't count as those of the whole. */
const MISSED = 0.05;

/**
 * The figures of a LIVE that ended, without those that were read from Seller Center while more than a
 * twentieth of it was still to come: over its whole length they would tell of a LIVE weaker than it was.
 */
export function wholeFigures(figures: Figures, room: RoomInfo): Figures {
  const end = endOf(room);
  if (end === undefined || room.startedAt === undefined) return figures;
  const enough = toMs(end) - MISSED * (toMs(end) - toMs(room.startedAt));
  const whole = { ...figures };
  for (const id of metricIds) {
    const origin = figures[id]?.origin;
    if (origin !== undefined && isTimed(origin) && origin.at < enough) delete whole[id];
  }
  return whole;
}

/** Files and samples tell of whole LIVEs, whenever they were read. */
const isTimed = ({ how }: Origin): boolean => how === 'observed' || how === 'fetched';
