import { numberOf } from '../../../metrics/figure.ts';
import { type Span, spanLength, spanOf } from '../../../metrics/live/length.ts';
import type { Session } from '../../../metrics/session.ts';
import { MEANINGFUL_RATIO } from '../../statistics/constants.ts';
import { intervalsOf, type TrendInterval, watchedIn } from '../../timeline/span.ts';
import { dispersionOf } from '../../uncertainty/dispersion.ts';
import { usable } from '../../usable.ts';
import { OPENING_SECONDS } from '../change-points.ts';
import { noiseOf } from '../noise.ts';
import {
  apart,
  clearest,
  leastGainIn,
  missingOf,
  type QuietWindow,
  SHORTEST_QUIET,
  windowsOf,
} from './windows.ts';

/** At most two thirds of the orders that were due. */
const MOST_ORDERS = 1 / MEANINGFUL_RATIO;

/** Orders below which no stretch could stand out: half of them are due in it at the most. Chosen by us. */
export const FEWEST_ORDERS = 12;

interface Row extends TrendInterval {
  /** Seconds that people spent in the room. */
  readonly exposure: number;
}

interface Sum {
  readonly orders: number;
  readonly exposure: number;
  readonly seconds: number;
}

/**
 * Stretches in which far fewer orders came than by the LIVE's own level: than in as much time, and where that is
 * fewer, than of as many people in the room, so that fewer people alone are no quiet. Orders are those over time,
 * else GMV in units of the LIVE's AOV. A LIVE that changes for good has no such stretch: orders came back after
 * it, but for one that lasts to the end. The opening is left out. Undefined where that can't be told.
 */
export function fewOrdersOf(session: Session): readonly QuietWindow[] | undefined {
  const known = rowsOf(session);
  if (known === undefined) return undefined;
  const { rows, until, noise } = known;
  const { whole } = until;
  const leastGain = leastGainIn(rows);
  const found: QuietWindow[] = [];
  for (const { first, end } of windowsOf(rows)) {
    // Nearly all windows end here, and a long LIVE has thousands.
    if (!until.isFew(first, end)) continue;
    const inside = until.between(first, end);
    const due = dueIn(inside, lessOf(whole, inside));
    if (due === undefined || !(inside.orders <= MOST_ORDERS * due)) continue;
    const rest = whole.orders - inside.orders;
    const gain = shortfall(inside.orders, due, rest) / noise;
    if (!(gain >= leastGain)) continue;
    if (!isLivelier(until.between(0, first), inside)) continue;
    if (!isLivelier(until.between(end, rows.length), inside)) continue;
    const start = rows[first];
    const last = rows[end - 1];
    if (start === undefined || last === undefined) continue;
    const seen = inside.orders;
    const missing = missingOf({ series: 'orders', seen, due, rest, noise, gain, leastGain });
    found.push({ from: start.from, to: last.to, gain, orders: seen / due, missing });
  }
  return apart(found, clearest);
}

/** Orders of a stretch as a share of what was due by the LIVE's own level; undefined where that can't be told. */
export function ordersShareIn(session: Session, { from, to }: Span): number | undefined {
  const known = rowsOf(session);
  if (known === undefined) return undefined;
  const { rows, until } = known;
  const inside = sumsOf(rows.filter((row) => row.from >= from && row.to <= to)).whole;
  const due = dueIn(inside, lessOf(until.whole, inside));
  return due === undefined ? undefined : usable(inside.orders / due);
}

/** Intervals after the opening with their orders, and how far these scatter beyond plain counting. */
function rowsOf(session: Session) {
  const span = spanOf(session.room);
  const counted = ordersIn(session);
  if (span === undefined || counted === undefined) return undefined;
  const opened = span.from + OPENING_SECONDS;
  const rows: Row[] = [];
  for (const { from, to, value, viewers } of watchedIn(session, counted.intervals)) {
    if (from >= opened) rows.push({ from, to, value, exposure: (to - from) * viewers });
  }
  const until = sumsOf(rows);
  const { orders, exposure, seconds } = until.whole;
  if (!rows.every(isCounted) || !(orders >= FEWEST_ORDERS)) return undefined;
  const cells = rows.map((row) => ({
    seconds: (row.exposure * seconds) / exposure,
    amount: row.value,
  }));
  return { rows, until, noise: noiseOf(cells, 'amount') * counted.noise };
}

/** Whether a row holds what can have been counted. */
const isCounted = ({ value, exposure }: Row): boolean =>
  (usable(value) ?? -1) >= 0 && (usable(exposure) ?? -1) >= 0;

/** Orders by interval; GMV in units of AOV scatters by what orders differ in value too. */
function ordersIn(session: Session) {
  const counted = intervalsOf(session, 'orders', 'amount');
  if (counted !== undefined) return { intervals: counted, noise: 1 };
  const gmv = usable(numberOf(session.figures, 'gmv'));
  const orders = usable(numberOf(session.figures, 'orders'));
  const earned = intervalsOf(session, 'gmv', 'amount');
  if (gmv === undefined || orders === undefined || earned === undefined) return undefined;
  const aov = usable(gmv / orders);
  if (aov === undefined || !(aov > 0)) return undefined;
  const spread = dispersionOf('aov', session) ?? 0;
  return {
    intervals: earned.map((one) => ({ ...one, value: one.value / aov })),
    noise: 1 + spread ** 2,
  };
}

/** Room for what rounding does to a product that is compared with a quotient. */
const ROUNDED = 1 + 1e-9;

const spanned = (sums: Float64Array, first: number, end: number): number =>
  (sums[end] ?? 0) - (sums[first] ?? 0);

/** Sums over neighbouring rows, from what had come before each. */
function sumsOf(rows: readonly Row[]) {
  const length = rows.length + 1;
  const orders = new Float64Array(length);
  const exposure = new Float64Array(length);
  const seconds = new Float64Array(length);
  let place = 0;
  for (const row of rows) {
    orders[place + 1] = (orders[place] ?? 0) + row.value;
    exposure[place + 1] = (exposure[place] ?? 0) + row.exposure;
    seconds[place + 1] = (seconds[place] ?? 0) + spanLength(row);
    place += 1;
  }
  const between = (first: number, end: number): Sum => ({
    orders: spanned(orders, first, end),
    exposure: spanned(exposure, first, end),
    seconds: spanned(seconds, first, end),
  });
  const whole = between(0, rows.length);
  return {
    whole,
    between,
    /** Whether few enough orders came for what is due by time; what is due by people in the room is never more. */
    isFew: (first: number, end: number): boolean => {
      const inside = spanned(orders, first, end);
      const time = spanned(seconds, first, end);
      const rest = whole.seconds - time;
      return inside * rest <= MOST_ORDERS * (whole.orders - inside) * time * ROUNDED;
    },
  };
}

const lessOf = (whole: Sum, part: Sum): Sum => ({
  orders: whole.orders - part.orders,
  exposure: whole.exposure - part.exposure,
  seconds: whole.seconds - part.seconds,
});

/** What the rest's level gives a stretch; undefined where the rest is the smaller part, or had nothing. */
function dueIn(inside: Sum, rest: Sum): number | undefined {
  if (!(inside.seconds > 0 && rest.seconds >= inside.seconds && rest.orders > 0)) return undefined;
  return levelOf(rest, inside);
}

/** Whether one side of a stretch, if long enough to tell, sold so much more that the stretch stands out from it. */
function isLivelier(side: Sum, inside: Sum): boolean {
  if (side.seconds < SHORTEST_QUIET) return true;
  return inside.orders <= MOST_ORDERS * levelOf(side, inside);
}

/** Orders that a stretch would have at the level of another one. */
const levelOf = (other: Sum, inside: Sum): number =>
  other.orders * Math.min(inside.seconds / other.seconds, inside.exposure / other.exposure);

/** 2 · log-likelihood ratio of `seen` against `due` events, where the level itself rests on `rest` events. */
function shortfall(seen: number, due: number, rest: number): number {
  const pooled = (seen + rest) / (due + rest);
  return 2 * (surprise(seen, due * pooled) + surprise(rest, rest * pooled));
}

/** What `k` events add to a log-likelihood ratio against `due` ones. */
const surprise = (k: number, due: number): number => (k > 0 ? k * Math.log(k / due) : 0);
