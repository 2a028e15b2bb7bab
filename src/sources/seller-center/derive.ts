import { metricIds } from '../../metrics/catalogue.ts';
import { completeFigures } from '../../metrics/complete/complete-figures.ts';
import { completionContextOf } from '../../metrics/complete/complete-session.ts';
import type { CompletionContext } from '../../metrics/complete/quantity.ts';
import type { Figures } from '../../metrics/figure.ts';
import { spanLength, spanOf } from '../../metrics/live/length.ts';
import type { ReadingGap, RoomInfo, Session } from '../../metrics/session.ts';
import { seconds } from '../../metrics/time.ts';
import { type Checked, findContradictions, sortCtrs } from './derive/contradictions.ts';
import { addToCartsOf, deriveProduct } from './derive/products.ts';
import { sortByCounts } from './derive/sort-by-counts.ts';

/**
 * Makes a room's figures whole: tells the two CTRs apart, what a mean length of watching is over and
 * whose GMV a GPM is of, recovers counts from rates, adds the rates
 * that follow from counts, and notes reported figures that contradict their counts. What was
 * reported is never changed, what was worked out says from what, and totals of different answers
 * aren't forced to agree. Running it again, also after new answers were merged in, works
 * everything out anew; on the same session it changes nothing.
 */
export function derive(session: Session): Session {
  const room = completeRoom(session.room);
  const around = completionContextOf({ ...session, room });
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
function deriveFigures(figures: Figures, around: CompletionContext): Checked {
  const ctrs = sortCtrs(reportedOnly(figures), around);
  const { figures: sorted, gaps } = sortByCounts(ctrs.figures);
  return {
    figures: completeFigures(sorted, around),
    gaps: [...ctrs.gaps, ...gaps, ...findContradictions(sorted)],
  };
}

function reportedOnly(figures: Figures): Figures {
  const reported = { ...figures };
  for (const id of metricIds) {
    if (reported[id]?.derivedFrom !== undefined) delete reported[id];
  }
  return reported;
}

/** Start and length of an ended LIVE, where they follow from what was answered; what was answered stays. */
function completeRoom(room: RoomInfo): RoomInfo {
  const span = spanOf(room);
  if (span === undefined) return room;
  return { ...room, startedAt: span.from, duration: room.duration ?? seconds(spanLength(span)) };
}

function united(older: readonly ReadingGap[], newer: readonly ReadingGap[]): ReadingGap[] {
  const keyed = [...older, ...newer].map((gap): [string, ReadingGap] => [
    `${gap.endpoint} ${gap.field} ${gap.reason}`,
    gap,
  ]);
  return [...new Map(keyed).values()];
}
