import { isMoneyMetric, type MetricId, ratioOf } from '../../metrics/catalogue.ts';
import { numberOf } from '../../metrics/figure.ts';
import { type Span, spanLength } from '../../metrics/live/length.ts';
import type { SalesBasis } from '../../metrics/metric.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import { HOUR_SECONDS, type UnixSeconds } from '../../metrics/time.ts';
import { ratio, usable } from '../usable.ts';
import { type LiveInTime, type LivesInTime, paidTime } from './live-in-time.ts';

/** What shops are compared by, in the order of the viewer's journey; money is attributed or direct as a shop's LIVEs tell it. */
const rates = [
  'impressionsPerHour',
  'tapThroughRate',
  'liveCtr',
  'ctor',
  'ctorSku',
  'showGpm',
  'gmvPerHour',
] as const satisfies readonly MetricId[];
export type ShopRateId = (typeof rates)[number];

/** A rate over all LIVEs of a shop: sum of numerators ÷ sum of denominators. */
interface ShopRate {
  readonly value: number;
  /** LIVEs with both; the others have no part in it. */
  readonly lives: number;
  /** How it stands to the first shop's, as in 0.12 for 12% more; absent for that shop itself, and where the two don't compare. */
  readonly difference?: number;
}

/** How the LIVEs of one shop went over a time. */
export interface ShopStanding<K> {
  readonly shop: K;
  /** LIVEs that ended, whose length is known; all that follows rests on them. */
  readonly lives: number;
  /** Hours with one of them on air. */
  readonly hours: number;
  readonly basis: SalesBasis;
  readonly currency: CurrencyCode | undefined;
  /** LIVEs among them whose figures still move. */
  readonly provisional: number;
  /** LIVEs of the time that have no part in it: they run, or their end isn't known. */
  readonly running: number;
  readonly untimed: number;
  /** LIVEs of any time whose start isn't known, so that nobody knows whether they are of this one. */
  readonly undated: number;
  readonly rates: Readonly<Partial<Record<ShopRateId, ShopRate>>>;
}

/** Shops side by side over a time. */
export interface ShopsBeside<K> {
  readonly shops: readonly ShopStanding<K>[];
  /** Rates that are known of a shop at least. */
  readonly rates: readonly ShopRateId[];
  /** Hours with at least one LIVE on air, whichever shop's. */
  readonly hours: number;
  /** By how much the hours of the shops add up to more: as long as several were on air at once, each after the first counts. */
  readonly overlap: number;
}

/**
 * Compares shops over the LIVEs that started from an instant on. Money stands in each shop's own currency and is
 * compared only where currency and basis are the same; rates of counts always are.
 *
 * @param shops that with which the others are compared first
 */
export function shopsBeside<K>(
  shops: readonly { readonly shop: K; readonly lives: LivesInTime }[],
  from: UnixSeconds | undefined,
): ShopsBeside<K> {
  const counted = shops.map(({ shop, lives }) => {
    const within = lives.lives.filter(({ startedAt }) => from === undefined || startedAt >= from);
    return { shop, lives, within, ended: within.flatMap((live) => endedOf(live)) };
  });
  const standings = counted.map((one) => standingOf(one));
  const [first] = standings;
  const hours = hoursWithOneOnAir(counted.flatMap(({ ended }) => ended.map(({ span }) => span)));
  return {
    shops: standings.map((one) => (one === first ? one : { ...one, rates: against(first, one) })),
    rates: rates.filter((id) => isShown(id, standings)),
    hours,
    overlap: Math.max(0, standings.reduce((sum, one) => sum + one.hours, 0) - hours),
  };
}

/** Hours with at least one of the spans, however many lie over each other. */
export function hoursWithOneOnAir(spans: readonly Span[]): number {
  let length = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans.toSorted((one, other) => one.from - other.from)) {
    length += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return length / HOUR_SECONDS;
}

type EndedLive = LiveInTime & { readonly span: Span };

/** As a list of it alone; of none that runs, and whose length isn't known. */
const endedOf = (live: LiveInTime): readonly EndedLive[] =>
  live.span === undefined || live.phase === 'running' ? [] : [{ ...live, span: live.span }];

function standingOf<K>({
  shop,
  lives: { basis, currency, undated },
  within,
  ended,
}: {
  readonly shop: K;
  readonly lives: LivesInTime;
  readonly within: readonly LiveInTime[];
  readonly ended: readonly EndedLive[];
}): ShopStanding<K> {
  const running = within.filter(({ phase }) => phase === 'running').length;
  return {
    shop,
    lives: ended.length,
    hours: hoursWithOneOnAir(ended.map(({ span }) => span)),
    basis,
    currency,
    provisional: ended.filter(({ phase }) => phase === 'provisional').length,
    running,
    untimed: within.length - ended.length - running,
    undated,
    rates: Object.fromEntries(
      rates.flatMap((id) => {
        const rate = pooled(ended.map((live) => partsOf(id, live, { basis, currency })));
        return rate === undefined ? [] : [[id, rate]];
      }),
    ),
  };
}

/** Numerator and denominator of a rate in one LIVE; undefined where either isn't known. */
type Parts = { readonly above: number; readonly below: number } | undefined;

function pooled(lives: readonly Parts[]): ShopRate | undefined {
  const known = lives.flatMap((parts) => (parts !== undefined && parts.below > 0 ? parts : []));
  const value = ratio(
    known.reduce((sum, { above }) => sum + above, 0),
    known.reduce((sum, { below }) => sum + below, 0),
  );
  return value === undefined ? undefined : { value, lives: known.length };
}

function partsOf(
  id: ShopRateId,
  live: EndedLive,
  money: Pick<LivesInTime, 'basis' | 'currency'>,
): Parts {
  if (id === 'gmvPerHour') {
    const paid = paidTime(live, money);
    return paid && { above: paid.gmv, below: paid.hours };
  }
  if (id === 'impressionsPerHour') {
    const impressions = usable(numberOf(live.figures, 'impressions'));
    return impressions === undefined
      ? undefined
      : { above: impressions, below: spanLength(live.span) / HOUR_SECONDS };
  }
  const made = ratioOf(id);
  if (made === undefined) return undefined;
  const above = isMoneyMetric(id)
    ? paidTime(live, money)?.gmv
    : usable(numberOf(live.figures, made.numerator));
  const below = usable(numberOf(live.figures, made.denominator));
  return above === undefined || below === undefined
    ? undefined
    : { above: above * made.per, below };
}

function against<K>(
  first: ShopStanding<K> | undefined,
  shop: ShopStanding<K>,
): ShopStanding<K>['rates'] {
  const isSameMoney =
    shop.currency !== undefined && shop.currency === first?.currency && shop.basis === first.basis;
  return Object.fromEntries(
    rates.flatMap((id) => {
      const rate = shop.rates[id];
      if (rate === undefined) return [];
      const compares = isSameMoney || !isMoneyMetric(id);
      const times = compares ? ratio(rate.value, first?.rates[id]?.value) : undefined;
      return [[id, times === undefined ? rate : { ...rate, difference: times - 1 }]];
    }),
  );
}

/** CTOR by SKU orders stands in only where a shop has no main orders. */
function isShown<K>(id: ShopRateId, shops: readonly ShopStanding<K>[]): boolean {
  const known = shops.some((shop) => shop.rates[id] !== undefined);
  if (id !== 'ctorSku') return known;
  return known && shops.some(({ lives, rates: { ctor } }) => lives > 0 && ctor === undefined);
}
