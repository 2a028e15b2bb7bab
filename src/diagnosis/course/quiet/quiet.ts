import { numberOf } from '../../../metrics/figure.ts';
import { type Span, spanOf } from '../../../metrics/live/length.ts';
import type { Session } from '../../../metrics/session.ts';
import type { Text } from '../../../metrics/text.ts';
import { currencyOf } from '../../currency.ts';
import type { Estimate } from '../../estimate.ts';
import { Z90 } from '../../statistics/constants.ts';
import { between, bound, cell, estimate, into, percent, timeOf } from '../../text/wording.ts';
import { soFar } from '../so-far.ts';
import { stretchWorth } from '../worth.ts';
import { fewOrdersOf, ordersShareIn } from './few-orders.ts';
import { silencesOf } from './silence.ts';
import { apart, longest, type QuietWindow } from './windows.ts';

/** A stretch in which people were there as ever, and far less came of it than of the rest of the LIVE. */
export interface QuietStretch extends Span {
  /** What it was found by, each against what was due by the rest of the LIVE; 1 is the same. */
  readonly comments?: number;
  readonly clicks?: number;
  readonly orders?: number;
  /**
   * GMV that the missing orders, or the missing taps at this LIVE's GMV per tap, would have brought; 90 % interval,
   * at most what the LIVE's level brings in such a time. Absent where orders came as ever.
   */
  readonly missed?: Required<Estimate>;
  /** From when to when, by the time since the start. */
  readonly when: Text;
  readonly text: Text;
  readonly cost?: Text;
}

/** Of a session the stretches are found once: a factor judges by them, and the course of the LIVE tells them. */
const found = new WeakMap<Session, { readonly stretches: readonly QuietStretch[] | undefined }>();

/**
 * Stretches that were quiet beyond chance, in order of time: comments and product clicks fell together, or orders
 * did. Undefined where neither can be told.
 */
export function quietStretchesOf(session: Session): readonly QuietStretch[] | undefined {
  const known = found.get(session) ?? { stretches: searched(session) };
  found.set(session, known);
  return known.stretches;
}

function searched(session: Session): readonly QuietStretch[] | undefined {
  const known = soFar(session);
  const span = known === undefined ? undefined : spanOf(known.room);
  if (known === undefined || span === undefined) return undefined;
  const silences = silencesOf(known);
  const few = fewOrdersOf(known);
  if (silences === undefined && few === undefined) return undefined;
  return apart([...(few ?? []), ...(silences ?? [])], longest).map((found) =>
    stretchOf(known, span, found),
  );
}

function stretchOf(session: Session, live: Span, found: QuietWindow): QuietStretch {
  const { from, to, comments, clicks, orders } = found;
  const { zone } = session.room;
  const times = { from: timeOf(from, zone), to: timeOf(to, zone) };
  const missed = missedIn(session, found);
  const stretch: QuietStretch = {
    from,
    to,
    ...(comments === undefined ? {} : { comments }),
    ...(clicks === undefined ? {} : { clicks }),
    ...(orders === undefined ? {} : { orders }),
    when: between(cell(into(from - live.from)), cell(into(to - live.from))),
    text:
      comments === undefined || clicks === undefined
        ? { key: 'course_quietOrders', values: { ...times, orders: percent(1 - (orders ?? 1)) } }
        : {
            key: 'course_quiet',
            values: { ...times, comments: percent(1 - comments), clicks: percent(1 - clicks) },
          },
  };
  return missed === undefined ? stretch : { ...stretch, missed, cost: costOf(session, missed) };
}

/** The missing events at what one was worth in this LIVE. */
function missedIn(
  session: Session,
  { missing, ...span }: QuietWindow,
): Required<Estimate> | undefined {
  const { series, events, total } = missing;
  // What taps should have brought came all the same.
  if (series === 'productClicks' && (ordersShareIn(session, span) ?? 0) >= 1) return undefined;
  const worth = stretchWorth(session, series, numberOf(session.figures, series) ?? total);
  if (worth === undefined) return undefined;
  const value = events.value * worth.value;
  const spread = Z90 * value * worth.error;
  const missed = {
    value,
    low: value - Math.hypot((events.value - events.low) * worth.value, spread),
    high: value + Math.hypot((events.high - events.value) * worth.value, spread),
  };
  return Object.values(missed).every(Number.isFinite) ? missed : undefined;
}

function costOf(session: Session, { value, low, high }: Required<Estimate>): Text {
  const currency = currencyOf(session);
  return {
    key: 'course_quietCost',
    values: {
      missed: estimate(value, currency),
      low: bound(low, currency),
      high: bound(high, currency),
    },
  };
}
