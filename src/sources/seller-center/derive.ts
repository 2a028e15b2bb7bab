import { metricIds } from '../../metrics/catalogue.ts';
import { completeFigures } from '../../metrics/complete/complete-figures.ts';
import { isTogether, type Surroundings } from '../../metrics/complete/quantity.ts';
import type { Figures } from '../../metrics/figure.ts';
import type { ReadingGap, RoomInfo, Session } from '../../metrics/session.ts';
import { seconds, unixSeconds } from '../../metrics/time.ts';
import { type Checked, findContradictions, sortCtrs } from './derive/contradictions.ts';
import { addToCartsOf, deriveProduct } from './derive/products.ts';

/**
 * Makes a room's figures whole: tells the two CTRs apart, recovers counts from rates, adds the rates
 * that follow from counts, and notes reported figures that contradict their counts. What was
 * reported is never changed, what was worked out says from what, and totals of different answers
 * aren't forced to agree. Running it again, also after new answers were merged in, works
 * everything out anew; on the same session it changes nothing.
 */
export function derive(session: Session): Session {
  const room = completeRoom(session.room);
  const around = {
    length: lengthOf({ ...session, room }),
    endedAt: room.endedAt,
    own: session.comparisons.own,
  };
  const products = session.products?.map(deriveProduct);
  const { figures, gaps } = deriveFigures(session.figures, around);
  const carts = addToCartsOf(products, figures, session.origins.products);
  return {
    ...session,
    room,
    figures:
      carts === undefined ? figures : completeFigures({ ...figures, addToCarts: carts }, around),
    ...(products === undefined ? {} : { products }),
    gaps: united(session.gaps, gaps),
  };
}

/** The same for the bare figures of one LIVE. */
export function deriveFigures(figures: Figures, around: Surroundings): Checked {
  const { figures: sorted, gaps } = sortCtrs(reportedOnly(figures), around);
  return {
    figures: completeFigures(sorted, around),
    gaps: [...gaps, ...findContradictions(sorted)],
  };
}

/**
 * Length of the LIVE when its figures were read, in seconds: the whole of an ended one, of a running
 * one the time until then. A length that was read at another time says nothing of a running LIVE.
 */
function lengthOf({ room, origins }: Session): number | undefined {
  const { startedAt, endedAt, duration, status } = room;
  if (endedAt !== undefined || status === 'ended') return duration;
  const read = origins.figures;
  if (read === undefined || origins.room === undefined) return duration;
  if (isTogether(read, origins.room, undefined)) return duration;
  return startedAt === undefined ? undefined : Math.max(0, read.at / 1000 - startedAt);
}

function reportedOnly(figures: Figures): Figures {
  const reported = { ...figures };
  for (const id of metricIds) {
    if (reported[id]?.derivedFrom !== undefined) delete reported[id];
  }
  return reported;
}

/** Start, end and length of an ended LIVE: two of them give the third. */
function completeRoom(room: RoomInfo): RoomInfo {
  const { startedAt, endedAt, duration } = room;
  if (endedAt === undefined) return room;
  if (startedAt === undefined && duration !== undefined) {
    return { ...room, startedAt: unixSeconds(endedAt - duration) };
  }
  if (startedAt !== undefined && duration === undefined && endedAt > startedAt) {
    return { ...room, duration: seconds(endedAt - startedAt) };
  }
  return room;
}

function united(older: readonly ReadingGap[], newer: readonly ReadingGap[]): ReadingGap[] {
  const keyed = [...older, ...newer].map((gap): [string, ReadingGap] => [
    `${gap.endpoint} ${gap.field} ${gap.reason}`,
    gap,
  ]);
  return [...new Map(keyed).values()];
}
