import { isMoneyMetric, type MetricId } from '../../metrics/catalogue.ts';
import { numberOf } from '../../metrics/figure.ts';
import { amountOf } from '../../metrics/money.ts';
import type { Product, Series, Session } from '../../metrics/session.ts';
import { stepParts } from '../decomposition/funnel-kind.ts';
import { ORDER_SPREAD } from '../statistics/constants.ts';
import type { StepMetric } from '../step-id.ts';

/** Intervals below which their scatter can't be told from chance. */
const MIN_INTERVALS = 6;

/** A series speaks for the LIVE if it adds up to the LIVE's count within this share. */
export const ADDS_UP_WITHIN = 0.05;

/** Orders below which their values' scatter is a guess; the default counts as this many. */
const ORDERS_FOR_SPREAD = 10;

/**
 * How much noisier than plain counting a step is: viewers come in waves and act on the same words.
 * Pearson's χ² ÷ degrees of freedom over the intervals of the LIVE's own trend, floor 1; undefined
 * where the trend lacks a count. For AOV: standard deviation ÷ mean of an order's value.
 */
export function dispersionOf(id: StepMetric, session: Session): number | undefined {
  if (id === 'impressionsPerHour') return paceDispersion(session);
  const [numerator, denominator] = stepParts[id];
  if (isMoneyMetric(id)) return orderSpread(session, numerator, denominator);
  const hits = seriesOf(session, numerator);
  const tries = seriesOf(session, denominator);
  if (hits === undefined || tries === undefined) return undefined;
  const rate = total(hits) / total(tries);
  const triesAt = new Map(tries);
  return scatter(
    hits.map(([at, k]) => {
      const n = triesAt.get(at) ?? 0;
      return { k, expected: n * rate, variance: n * rate * Math.max(0.1, 1 - rate) };
    }),
  );
}

function paceDispersion(session: Session): number | undefined {
  const { startedAt, endedAt } = session.room;
  const seen = seriesOf(session, 'impressions');
  if (seen === undefined || session.timeline === undefined) return undefined;
  const interval = session.timeline.interval;
  const parts = seen.map(([at, k]) => {
    const from = Math.max(at, startedAt ?? at);
    const to = Math.min(at + interval, endedAt ?? at + interval);
    return { k, length: Math.max(0, to - from) };
  });
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const pace = total(seen) / length;
  return scatter(
    parts.map((part) => ({
      k: part.k,
      expected: pace * part.length,
      variance: pace * part.length,
    })),
  );
}

interface Cell {
  readonly k: number;
  readonly expected: number;
  readonly variance: number;
}

/** Pearson's χ² ÷ degrees of freedom, floor 1. */
function scatter(cells: readonly Cell[]): number | undefined {
  const counted = cells.filter(({ variance }) => variance > 0);
  if (counted.length < MIN_INTERVALS) return undefined;
  const square = counted.reduce(
    (sum, { k, expected, variance }) => sum + (k - expected) ** 2 / variance,
    0,
  );
  const dispersion = square / (counted.length - 1);
  return Number.isFinite(dispersion) ? Math.max(1, dispersion) : undefined;
}

/** The points of an amount that adds up to the LIVE's own count; undefined where there is none. */
function seriesOf(session: Session, metric: MetricId): Series['points'] | undefined {
  const series = session.timeline?.series.find(
    (one) => one.metric === metric && one.kind === 'amount',
  );
  const whole = numberOf(session.figures, metric);
  if (series === undefined || whole === undefined || !(whole > 0)) return undefined;
  if (series.points.some(([, value]) => value < 0)) return undefined;
  const share = total(series.points) / whole;
  return Math.abs(share - 1) <= ADDS_UP_WITHIN ? series.points : undefined;
}

const total = (points: Series['points']): number =>
  points.reduce((sum, [, value]) => sum + value, 0);

/**
 * Standard deviation ÷ mean of an order's value: from the money of the intervals against their
 * orders, else from the products' AOVs, which leaves out what differs within a product. Few orders
 * are topped up with the default.
 */
function orderSpread(session: Session, moneyId: MetricId, ordersId: MetricId): number {
  // A product's AOV rests on main orders and attributed money.
  const byProducts = moneyId === 'gmv' && ordersId === 'orders';
  const seen =
    spreadOverTime(session, moneyId, ordersId) ??
    (byProducts ? spreadOverProducts(session.products ?? []) : undefined);
  if (seen === undefined) return ORDER_SPREAD;
  const { square, orders } = seen;
  const pooled =
    (orders * square + ORDERS_FOR_SPREAD * ORDER_SPREAD ** 2) / (orders + ORDERS_FOR_SPREAD);
  return Number.isFinite(pooled) && pooled > 0 ? Math.sqrt(pooled) : ORDER_SPREAD;
}

interface Spread {
  readonly square: number;
  readonly orders: number;
}

function spreadOverTime(
  session: Session,
  moneyId: MetricId,
  ordersId: MetricId,
): Spread | undefined {
  const money = seriesOf(session, moneyId);
  const sold = seriesOf(session, ordersId);
  if (money === undefined || sold === undefined) return undefined;
  const orders = total(sold);
  const mean = total(money) / orders;
  const moneyAt = new Map(money);
  const parts = sold.flatMap(([at, n]) => {
    const gmv = moneyAt.get(at);
    return n > 0 && gmv !== undefined ? [(gmv / mean - n) ** 2 / n] : [];
  });
  if (parts.length < MIN_INTERVALS) return undefined;
  const square = parts.reduce((sum, part) => sum + part, 0) / (parts.length - 1);
  return { square, orders: parts.length };
}

function spreadOverProducts(products: readonly Product[]): Spread | undefined {
  const sold = products.flatMap(({ orders, aov, gmv }) => {
    if (orders === undefined || !(orders > 0)) return [];
    const value =
      aov !== undefined ? amountOf(aov) : gmv === undefined ? undefined : amountOf(gmv) / orders;
    return value === undefined ? [] : [{ orders, value }];
  });
  if (sold.length < 2) return undefined;
  const orders = sold.reduce((sum, product) => sum + product.orders, 0);
  const mean = sold.reduce((sum, product) => sum + product.orders * product.value, 0) / orders;
  const square =
    sold.reduce((sum, product) => sum + product.orders * (product.value - mean) ** 2, 0) /
    orders /
    mean ** 2;
  return Number.isFinite(square) ? { square, orders } : undefined;
}
