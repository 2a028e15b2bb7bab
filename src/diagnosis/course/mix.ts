import { coveredHours } from '../../metrics/live/length.ts';
import type { CurrencyCode, Money } from '../../metrics/money.ts';
import { amountOf } from '../../metrics/money.ts';
import type { Product, Session, TrafficSource } from '../../metrics/session.ts';
import type { MessageKey, MoneyDetail, Text, TextValue } from '../../metrics/text.ts';
import { FEWEST_OWN_LIVES } from '../comparable.ts';
import { currencyOf } from '../currency.ts';
import { moneyText } from '../text/value-text.ts';
import { change, count } from '../text/wording.ts';
import { productName } from '../timeline/products.ts';
import { usable } from '../usable.ts';
import { type MixPart, type MixSplit, splitMix } from './mix-split.ts';

/** What an earlier LIVE of the account says of its sources and products. */
export interface PastSources {
  readonly hours: number;
  readonly currency?: CurrencyCode;
  readonly sources?: readonly TrafficSource[];
  readonly products?: readonly Product[];
}

/** The steps inside a part, in order: what people did after it was shown. */
const mixSteps = {
  source: ['tapThroughRate', 'gmvPerView'],
  product: ['productCtr', 'ctor', 'aov'],
} as const;

/** GMV per hour against the usual of earlier LIVEs, split over the mix of parts and the rates inside them. Positive effects are losses. */
export interface Mix extends MixSplit {
  readonly by: 'source' | 'product';
  /** What `rates` are, in order. */
  readonly steps: readonly string[];
  /** Names of products by their id; sources go by TikTok's own names. */
  readonly names: Readonly<Record<string, string>>;
  /** Earlier LIVEs the usual rests on. */
  readonly lives: number;
  /** Which effect is the largest. */
  readonly most: 'volume' | 'mix' | 'rates';
  /** How far its amounts are written out: all alike, so that they are seen to add up. */
  readonly detail: MoneyDetail;
  readonly text: Text;
}

type Counted = { readonly hours: number; readonly parts: readonly MixPart[] };

/**
 * Whether the room got worse or other people came: GMV/h by traffic source, this LIVE against the
 * shop's usual (Σ counts ÷ Σ hours of at least five earlier LIVEs with the same figures). Sources don't
 * add up to the room's own totals, so both sides are sums of sources. Undefined where figures are missing.
 */
export function sourceMixOf(session: Session, past: readonly PastSources[]): Mix | undefined {
  return mixOf('source', session, past);
}

/** The same by product: product impressions × click rate × orders per click × value of an order. */
export function productMixOf(session: Session, past: readonly PastSources[]): Mix | undefined {
  return mixOf('product', session, past);
}

/**
 * GMV per hour of one LIVE against another's, split the same way; above zero where the second is ahead. Undefined
 * where one of them tells nothing of its parts, or has money in another currency.
 */
export function mixBetween(
  by: Mix['by'],
  first: PastSources,
  second: PastSources,
): MixSplit | undefined {
  if (first.currency !== second.currency) return undefined;
  const yours = partsOf[by](first, first.currency) ?? [];
  const theirs = partsOf[by](second, second.currency) ?? [];
  if (!(first.hours > 0 && second.hours > 0)) return undefined;
  const split = splitMix(
    pooled([{ hours: first.hours, parts: yours }]),
    pooled([{ hours: second.hours, parts: theirs }]),
    mixSteps[by].length,
  );
  return split !== undefined && finite(split) ? split : undefined;
}

/** What is missing where there is no mix: how many more earlier LIVEs, or figures of this one. */
export function mixNeedsOf(by: Mix['by'], session: Session, past: readonly PastSources[]): Text {
  const { hours, own, earlier } = countedOf(by, session, past);
  const more = FEWEST_OWN_LIVES - earlier.length;
  return hours === undefined || own === undefined || own.length === 0 || more <= 0
    ? { key: 'course_mixUntold', values: { parts: partsName(by) } }
    : { key: 'course_mixMoreLives', values: { count: count(more) } };
}

/** The parts of a LIVE whose counts are all known; undefined where it has none at all. */
const partsOf: Record<
  Mix['by'],
  (
    live: Pick<PastSources, 'sources' | 'products'>,
    currency: CurrencyCode | undefined,
  ) => MixPart[] | undefined
> = {
  source: ({ sources }, currency) =>
    sources?.flatMap(({ name, impressions, views, gmv }) =>
      part(name, [impressions, views, moneyIn(gmv, currency)]),
    ),
  product: ({ products }, currency) =>
    products?.flatMap(({ id, impressions, clicks, orders, gmv }) =>
      part(id, [impressions, clicks, orders, moneyIn(gmv, currency)]),
    ),
};

function countedOf(by: Mix['by'], session: Session, past: readonly PastSources[]) {
  const currency = currencyOf(session);
  const earlier = past.flatMap((live): Counted[] => {
    const parts = partsOf[by](live, currency);
    const foreign = live.currency !== undefined && live.currency !== currency;
    return foreign || parts === undefined || parts.length === 0 || !(live.hours > 0)
      ? []
      : [{ hours: live.hours, parts }];
  });
  return { hours: coveredHours(session), own: partsOf[by](session, currency), earlier };
}

const partsName = (by: Mix['by']): TextValue => ({
  kind: 'message',
  message: by === 'source' ? 'course_mixSources' : 'course_mixProducts',
  isPlain: true,
});

function mixOf(by: Mix['by'], session: Session, past: readonly PastSources[]): Mix | undefined {
  const currency = currencyOf(session);
  const { hours, own, earlier } = countedOf(by, session, past);
  if (hours === undefined || own === undefined || earlier.length < FEWEST_OWN_LIVES)
    return undefined;
  const split = splitMix(pooled([{ hours, parts: own }]), pooled(earlier), mixSteps[by].length);
  if (split === undefined || !finite(split)) return undefined;
  const rates = split.rates.reduce((sum, value) => sum + value, 0);
  const detail = detailOf(split);
  const most = largest({ volume: split.volume, mix: split.mix, rates });
  const named = [...past, session].flatMap(({ products }) => products ?? []);
  return {
    by,
    ...split,
    steps: mixSteps[by],
    names:
      by === 'source' ? {} : Object.fromEntries(named.map((row) => [row.id, productName(row)])),
    lives: earlier.length,
    most,
    detail,
    text: {
      key: sentences[most],
      values: {
        parts: partsName(by),
        count: count(earlier.length),
        usual: moneyText(split.usual, currency, detail),
        yours: moneyText(split.yours, currency, detail),
        volume: change(-split.volume, currency, detail),
        mix: change(-split.mix, currency, detail),
        rates: change(-rates, currency, detail),
      },
    },
  };
}

function detailOf({ yours, usual }: Pick<MixSplit, 'yours' | 'usual'>): MoneyDetail {
  return Math.max(yours, usual) >= 10 ? 'whole' : 'figure';
}

const sentences = {
  volume: 'course_mixVolume',
  mix: 'course_mixMoved',
  rates: 'course_mixRates',
} as const satisfies Record<Mix['most'], MessageKey>;

/** A part of which every count is known. */
function part(name: string, counts: readonly (number | undefined)[]): MixPart[] {
  const known = counts.flatMap((value) => usable(value) ?? []);
  return known.length === counts.length ? [{ name, counts: known }] : [];
}

function moneyIn(value: Money | undefined, currency: CurrencyCode | undefined): number | undefined {
  return value === undefined || value.currency !== currency ? undefined : amountOf(value);
}

/** Counts per hour over several LIVEs taken as one. */
function pooled(lives: readonly Counted[]): MixPart[] {
  const hours = lives.reduce((sum, live) => sum + live.hours, 0);
  const sums = new Map<string, number[]>();
  for (const { name, counts } of lives.flatMap(({ parts }) => parts)) {
    const before = sums.get(name);
    sums.set(
      name,
      counts.map((value, place) => value / hours + (before?.[place] ?? 0)),
    );
  }
  return [...sums].map(([name, counts]) => ({ name, counts }));
}

function largest(effects: Readonly<Record<Mix['most'], number>>): Mix['most'] {
  const order = ['volume', 'mix', 'rates'] as const;
  return order.reduce((most, one) =>
    Math.abs(effects[one]) > Math.abs(effects[most]) ? one : most,
  );
}

function finite({ yours, usual, volume, mix, rates, rest }: MixSplit): boolean {
  return [yours, usual, volume, mix, rest, ...rates].every(Number.isFinite);
}
