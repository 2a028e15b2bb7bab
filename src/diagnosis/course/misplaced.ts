import type { ProductId } from '../../metrics/ids.ts';
import type { Session } from '../../metrics/session.ts';
import type { Text } from '../../metrics/text.ts';
import { currencyOf } from '../currency.ts';
import { type Earner, earnersOf, nameOf } from '../factors/shared/products.ts';
import { amount, lasting, words } from '../factors/shared/wording.ts';
import { hoursOf } from '../length.ts';
import type { Estimate } from '../report.ts';
import { normalCdf } from '../statistics/normal.ts';
import { shrunk } from '../statistics/shrink.ts';
import { dispersionOf } from '../uncertainty/dispersion.ts';
import { usable } from '../usable.ts';
import { Z90 } from './pace-interval.ts';

/** Orders of a product below which its earnings per showing are no match for another's. Ours. */
const FEWEST_ORDERS = 3;

/** Chance from which on the pin is said to have sat on the wrong product: the usual line. */
const SURE = 0.95;

/** Products that it takes to tell how many showings a pinned minute brings. Ours. */
const FEWEST_PRODUCTS = 5;

/** The longest pinned product beside the one that earned more per showing. */
export interface Misplaced {
  readonly pinned: ProductId;
  readonly better: ProductId;
  /** Chance that the other product truly earns more per showing; 0 to 1. */
  readonly sureness: number;
  /** GMV that the pinned time would have brought on the other product, had its showings earned there what they usually earn; 90 % interval. */
  readonly money: Estimate;
  readonly perHour: Estimate;
  readonly text: Text;
}

/**
 * The pin that sat on the wrong product, in money: showings that pinned minutes bring, times what the
 * best other product earned more per showing. Earnings are shrunk, so that a lucky product isn't
 * taken for a better one. Undefined where products' figures can't be compared or nothing is sure.
 */
export function misplacedPin(
  session: Session,
  secondsOf: (product: ProductId) => number,
): Misplaced | undefined {
  const earners = earnersOf(session).filter((one) => one.impressions > 0 && sane(one));
  const perSecond = showingsPerSecond(earners, secondsOf);
  const hours = hoursOf(session.room);
  if (perSecond === undefined || hours === undefined) return undefined;
  const rated = ratedOf(session, earners);
  const longest = rated.reduce<Rated | undefined>(
    (most, one) =>
      secondsOf(one.product.id) > (most === undefined ? 0 : secondsOf(most.product.id))
        ? one
        : most,
    undefined,
  );
  const best = rated
    .filter((one) => one !== longest && one.orders >= FEWEST_ORDERS)
    .reduce<Rated | undefined>(
      (most, one) => (one.log > (most?.log ?? -Infinity) ? one : most),
      undefined,
    );
  if (longest === undefined || best === undefined) return undefined;
  const error = Math.sqrt(best.variance + longest.variance);
  const sureness = normalCdf((best.log - longest.log) / error);
  if (!(sureness >= SURE)) return undefined;
  const seconds = secondsOf(longest.product.id);
  const moved = Math.min(longest.impressions, perSecond * seconds);
  const from = Math.exp(longest.log);
  const to = Math.exp(best.log);
  const gain = (log: number): number => moved * from * Math.expm1(log);
  const more = best.log - longest.log;
  const money = {
    value: gain(more),
    low: gain(more - Z90 * error),
    high: gain(more + Z90 * error),
  };
  if (usable(money.value) === undefined || usable(money.high) === undefined) return undefined;
  const currency = currencyOf(session);
  return {
    pinned: longest.product.id,
    better: best.product.id,
    sureness,
    money,
    perHour: { value: money.value / hours, low: money.low / hours, high: money.high / hours },
    text: {
      key: 'course_misplaced',
      values: {
        product: words(nameOf(longest.product)),
        other: words(nameOf(best.product)),
        time: lasting(seconds),
        earned: amount(from * 1000, currency),
        better: amount(to * 1000, currency),
        money: amount(money.value, currency),
        low: amount(money.low, currency),
        high: amount(money.high, currency),
      },
    },
  };
}

interface Rated extends Earner {
  /** GMV per showing, shrunk: logarithm and variance. */
  readonly log: number;
  readonly variance: number;
}

const sane = (one: Earner): boolean =>
  [one.impressions, one.orders, one.gmv].every((value) => (usable(value) ?? -1) >= 0);

function ratedOf(session: Session, earners: readonly Earner[]): Rated[] {
  const orders = earners.reduce((sum, one) => sum + one.orders, 0);
  const impressions = earners.reduce((sum, one) => sum + one.impressions, 0);
  const gmv = earners.reduce((sum, one) => sum + one.gmv, 0);
  if (!(orders >= 1 && gmv > 0)) return [];
  const spread = dispersionOf('aov', session) ?? 0;
  const centre = Math.log(gmv / impressions);
  const pulled = shrunk(
    // Half an order of the room's usual worth more, so that no order has a logarithm.
    earners.map((one) => ({
      log: Math.log((one.gmv + (0.5 * gmv) / orders) / one.impressions),
      variance: (1 + spread ** 2) / (one.orders + 0.5),
    })),
    centre,
  );
  return earners.flatMap((one, place) => {
    const rate = pulled[place];
    return rate === undefined ? [] : [{ ...one, ...rate }];
  });
}

/** Showings that a pinned second brings a product: least squares over the products with an intercept; undefined where they can't tell. */
function showingsPerSecond(
  earners: readonly Earner[],
  secondsOf: (product: ProductId) => number,
): number | undefined {
  const n = earners.length;
  if (n < FEWEST_PRODUCTS) return undefined;
  const time = earners.map(({ product }) => secondsOf(product.id));
  const meanTime = time.reduce((sum, value) => sum + value, 0) / n;
  const meanShown = earners.reduce((sum, one) => sum + one.impressions, 0) / n;
  let square = 0;
  let cross = 0;
  for (const [place, one] of earners.entries()) {
    const off = (time[place] ?? 0) - meanTime;
    square += off * off;
    cross += off * (one.impressions - meanShown);
  }
  const slope = usable(cross / square);
  return slope !== undefined && slope > 0 ? slope : undefined;
}
