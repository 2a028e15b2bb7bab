import type { ProductId } from '../../metrics/ids.ts';
import { type Span, spanLength } from '../../metrics/live/length.ts';
import type { Product, Session } from '../../metrics/session.ts';
import type { Text } from '../../metrics/text.ts';
import type { Estimate } from '../estimate.ts';
import { MEANINGFUL_RATIO, Z90 } from '../statistics/constants.ts';
import { type Measured, shrunk } from '../statistics/shrink.ts';
import { count } from '../text/wording.ts';
import { type ClosedPin, closedPins } from '../timeline/pins.ts';
import { gmvOf } from '../timeline/products.ts';
import { ratio } from '../usable.ts';
import { type Misplaced, misplacedPin } from './misplaced.ts';
import {
  type Course,
  coursesOf,
  liftOf,
  moreSeconds,
  type PinLift,
  wholeInside,
} from './pin-lift.ts';
import { soFar } from './so-far.ts';

/** What the LIVE did while something was pinned, against its other whole intervals. */
export interface Score {
  /** Seconds pinned, and seconds of whole intervals inside that could be measured. */
  readonly pinned: number;
  readonly measured: number;
  /** Product clicks, orders and GMV per minute; those that are known. */
  readonly lifts: readonly PinLift[];
  /** The lift of product clicks pulled towards none by its error, among all that were pinned; what ranks and judges. */
  readonly likely?: Estimate;
  /** `untold`: chance may explain the difference. */
  readonly verdict: 'above' | 'below' | 'level' | 'untold';
  /** Seconds longer it would have to be pinned to tell; absent where it can be told or never could. */
  readonly more?: number;
  readonly needs?: Text;
}

export interface PinCard extends Score, Span {
  readonly product: ProductId;
  readonly name?: string;
}

interface ProductCard extends Score {
  readonly product: ProductId;
  readonly name?: string;
  readonly pins: readonly Span[];
  /** Share of all pinned time; 0 to 1. */
  readonly share: number;
  /** The product's own GMV of the whole LIVE per pinned minute, in major units. */
  readonly gmvPerPinnedMinute?: number;
  /** The product's own clicks ÷ showings, and GMV per 1,000 showings, pinned or not. */
  readonly ctr?: number;
  readonly gmvPerThousand?: number;
}

export interface PinScorecards {
  /** In order of time. */
  readonly pins: readonly PinCard[];
  /** Best first: by likely lift, then by GMV per 1,000 showings. */
  readonly products: readonly ProductCard[];
  readonly misplaced?: Misplaced;
}

/**
 * How each pin and each pinned product did. Only intervals wholly inside a pin count, and only those
 * that it doesn't touch stand against them; an interval astride an edge is never shared out. An
 * association: what is pinned, said and shown changes together. Undefined where pins or their ends
 * aren't known.
 */
export function pinScorecardsOf(session: Session): PinScorecards | undefined {
  const known = soFar(session);
  const pins = known === undefined ? undefined : closedPins(known);
  if (known === undefined || pins === undefined) return undefined;
  const courses = coursesOf(known);
  const spans = new Map<ProductId, ClosedPin[]>();
  for (const pin of pins) spans.set(pin.product, [...(spans.get(pin.product) ?? []), pin]);
  const all = pins.reduce((sum, pin) => sum + spanLength(pin), 0);
  const rows = new Map((known.products ?? []).map((row) => [row.id, row]));

  const pinScores = scoresOf(
    courses,
    pins.map((pin) => [pin]),
  );
  const groups = [...spans];
  const productScores = scoresOf(
    courses,
    groups.map(([, own]) => own),
  );
  const products = groups.flatMap(([product, own], place): ProductCard[] => {
    const score = productScores[place];
    if (score === undefined) return [];
    const row = rows.get(product);
    const name = row?.name ?? own.find((pin) => pin.name !== undefined)?.name;
    return [
      {
        product,
        ...(name === undefined ? {} : { name }),
        pins: own.map(({ from, to }) => ({ from, to })),
        share: score.pinned / all,
        ...score,
        ...earningsOf(row, known, score.pinned),
      },
    ];
  });
  const misplaced = misplacedPin(known, (product) =>
    (spans.get(product) ?? []).reduce((sum, pin) => sum + spanLength(pin), 0),
  );
  return {
    pins: pins.flatMap((pin, place) => {
      const score = pinScores[place];
      return score === undefined ? [] : [{ ...pin, ...score }];
    }),
    products: products.sort(
      (a, b) =>
        (b.likely?.value ?? 0) - (a.likely?.value ?? 0) ||
        (b.gmvPerThousand ?? 0) - (a.gmvPerThousand ?? 0) ||
        (a.product < b.product ? -1 : 1),
    ),
    ...(misplaced === undefined ? {} : { misplaced }),
  };
}

function scoresOf(courses: readonly Course[], groups: readonly (readonly Span[])[]): Score[] {
  const judged = courses.find(({ metric }) => metric === 'productClicks') ?? courses[0];
  const lifts = groups.map((spans) =>
    courses.flatMap((course) => {
      const lift = liftOf(course, spans);
      return lift === undefined ? [] : [lift];
    }),
  );
  const measured = lifts.map(
    (own) => own.find(({ metric }) => metric === judged?.metric)?.measured,
  );
  const pulled = shrunk(
    measured.filter((one) => one !== undefined),
    0,
  );
  let next = 0;
  return groups.map((spans, place) => {
    const likely = measured[place] === undefined ? undefined : pulled[next++];
    const estimate = likely === undefined ? undefined : interval(likely.log, likely.variance);
    const verdict = verdictOn(estimate, measured[place]);
    const more =
      judged === undefined || verdict !== 'untold' ? undefined : moreSeconds(judged, spans);
    return {
      pinned: spans.reduce((sum, span) => sum + spanLength(span), 0),
      measured: wholeInside(judged?.intervals ?? [], spans).reduce(
        (sum, one) => sum + spanLength(one),
        0,
      ),
      lifts: lifts[place] ?? [],
      ...(estimate === undefined ? {} : { likely: estimate }),
      verdict,
      ...(more === undefined ? {} : { more }),
      ...(verdict === 'untold' ? { needs: needsOf(more) } : {}),
    };
  });
}

function interval(log: number, variance: number): Required<Estimate> {
  const half = Z90 * Math.sqrt(variance);
  return { value: Math.exp(log), low: Math.exp(log - half), high: Math.exp(log + half) };
}

/** Level is only what was measured well enough to have shown half as much again; the pull towards none alone is no evidence. */
function verdictOn(
  likely: Required<Estimate> | undefined,
  own: Measured | undefined,
): Score['verdict'] {
  if (likely === undefined || own === undefined) return 'untold';
  if (likely.low > 1) return 'above';
  if (likely.high < 1) return 'below';
  const seen = Z90 * Math.sqrt(own.variance) <= Math.log(MEANINGFUL_RATIO);
  return seen && likely.low > 1 / MEANINGFUL_RATIO && likely.high < MEANINGFUL_RATIO
    ? 'level'
    : 'untold';
}

function needsOf(more: number | undefined): Text {
  return more === undefined
    ? { key: 'course_pinNever' }
    : { key: 'course_pinMore', values: { count: count(Math.ceil(more / 60)) } };
}

function earningsOf(row: Product | undefined, session: Session, pinned: number) {
  const gmv = row === undefined ? undefined : gmvOf(row, session);
  const perMinute = ratio(gmv, pinned, 60);
  const perThousand = ratio(gmv, row?.impressions, 1000);
  const ctr = ratio(row?.clicks, row?.impressions);
  return {
    ...(perMinute === undefined ? {} : { gmvPerPinnedMinute: perMinute }),
    ...(ctr === undefined ? {} : { ctr }),
    ...(perThousand === undefined ? {} : { gmvPerThousand: perThousand }),
  };
}
