import type { ProductId } from '../../metrics/ids.ts';
import { coveredHours } from '../../metrics/live/length.ts';
import type { Session } from '../../metrics/session.ts';
import type { Text } from '../../metrics/text.ts';
import { currencyOf } from '../currency.ts';
import type { Estimate } from '../estimate.ts';
import { chanceOfAtMost } from '../statistics/chance.ts';
import { Z90 } from '../statistics/constants.ts';
import { normalCdf } from '../statistics/normal.ts';
import { type Measured, shrunk } from '../statistics/shrink.ts';
import { amount, bound, estimate, lasting, words } from '../text/wording.ts';
import { type Earner, earnersOf, productName } from '../timeline/products.ts';
import { dispersionOf } from '../uncertainty/dispersion.ts';
import { usable } from '../usable.ts';

/** Orders of a product below which its earnings per showing are no match for another's. Chosen by us. */
const FEWEST_ORDERS = 3;

/** Chance from which on the pin is said to have sat on the wrong product: the usual line. */
const SURE = 0.95;

/** Products that it takes to tell how many showings a pinned minute brings. Chosen by us. */
const FEWEST_PRODUCTS = 5;

/** The longest pinned product beside what earned more per showing. */
export interface Misplaced {
  readonly pinned: ProductId;
  /** The one other product that surely earned more; absent where only all others together surely did. */
  readonly better?: ProductId;
  /** Chance that it truly earns more per showing; 0 to 1. */
  readonly sureness: number;
  /** GMV that the pinned time would have brought on the other product, had its showings earned there what they usually earn; 90 % interval. */
  readonly money: Estimate;
  readonly perHour: Estimate;
  /** What to do about it, in one short sentence. */
  readonly how: Text;
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
  const hours = coveredHours(session);
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
  if (longest === undefined) return undefined;
  const seconds = secondsOf(longest.product.id);
  const moved = Math.min(longest.impressions, perSecond * seconds);
  const better =
    betterThan(longest, best, moved) ?? betterThanOthers(session, earners, longest, moved);
  if (better === undefined) return undefined;
  const { money, sureness, earned, elsewhere } = better;
  const single = better.of;
  if (usable(money.value) === undefined || usable(money.high) === undefined) return undefined;
  const currency = currencyOf(session);
  return {
    pinned: longest.product.id,
    ...(single === undefined ? {} : { better: single.product.id }),
    sureness,
    money,
    perHour: { value: money.value / hours, low: money.low / hours, high: money.high / hours },
    how: {
      key: single === undefined ? 'course_misplacedHowOthers' : 'course_misplacedHow',
      values: {
        product: words(productName(longest.product)),
        ...(single === undefined ? {} : { other: words(productName(single.product)) }),
      },
    },
    text: {
      key: single === undefined ? 'course_misplacedOthers' : 'course_misplaced',
      values: {
        product: words(productName(longest.product)),
        ...(single === undefined ? {} : { other: words(productName(single.product)) }),
        time: lasting(seconds),
        earned: amount(earned * 1000, currency),
        better: amount(elsewhere * 1000, currency),
        money: estimate(money.value, currency),
        low: bound(money.low, currency),
        high: bound(money.high, currency),
      },
    },
  };
}

/** An earner with its GMV per showing, shrunk. */
interface Rated extends Earner, Measured {}

interface Better {
  readonly of?: Rated;
  readonly sureness: number;
  /** GMV per showing, of the pinned product and of what is better. */
  readonly earned: number;
  readonly elsewhere: number;
  readonly money: Required<Estimate>;
}

/** The one other product, if it surely earns more per showing. */
function betterThan(own: Rated, other: Rated | undefined, moved: number): Better | undefined {
  if (other === undefined) return undefined;
  const error = Math.sqrt(own.variance + other.variance);
  const more = other.log - own.log;
  const sureness = normalCdf(more / error);
  if (!(sureness >= SURE)) return undefined;
  const earned = Math.exp(own.log);
  const gain = (log: number): number => moved * earned * Math.expm1(log);
  return {
    of: other,
    sureness,
    earned,
    elsewhere: Math.exp(other.log),
    money: { value: gain(more), low: gain(more - Z90 * error), high: gain(more + Z90 * error) },
  };
}

/** All other products taken as one, if as few orders as the pinned product's would hardly come of their pace by chance (Poisson). */
function betterThanOthers(
  session: Session,
  earners: readonly Earner[],
  own: Earner,
  moved: number,
): Better | undefined {
  const others = earners.filter(({ product }) => product.id !== own.product.id);
  const impressions = others.reduce((sum, one) => sum + one.impressions, 0);
  const orders = others.reduce((sum, one) => sum + one.orders, 0);
  const gmv = others.reduce((sum, one) => sum + one.gmv, 0);
  if (!(orders >= FEWEST_ORDERS && gmv > 0 && impressions > 0)) return undefined;
  const elsewhere = gmv / impressions;
  const earned = own.gmv / own.impressions;
  const sureness = 1 - chanceOfAtMost(own.orders, own.impressions * (orders / impressions));
  if (!(sureness >= SURE && earned < elsewhere)) return undefined;
  const square = 1 + (dispersionOf('aov', session) ?? 0) ** 2;
  // Half an order more, so that none has an error too.
  const ownError = ((gmv / orders) * Math.sqrt(square * (own.orders + 0.5))) / own.impressions;
  const error = Math.hypot(ownError, elsewhere * Math.sqrt(square / orders));
  const gap = elsewhere - earned;
  return {
    sureness,
    earned,
    elsewhere,
    money: {
      value: moved * gap,
      low: moved * (gap - Z90 * error),
      high: moved * (gap + Z90 * error),
    },
  };
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
