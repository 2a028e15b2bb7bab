import { isMoneyMetric, type MetricId, metricIds } from '../metrics/catalogue.ts';
import type { Figure, Figures, Origin, ScalarFigure } from '../metrics/figure.ts';
import type { CurrencyCode, Money } from '../metrics/money.ts';
import { sharedValues } from './shared-values.ts';

/** A figure that lies in a range for certain, as few do. */
type Ranged = Required<Pick<ScalarFigure, 'value' | 'range'>>;

/** A figure's value; an amount alone where the currency is the record's. */
type PackedValue = number | Money['amount'] | Ranged | Money;

/** Where a figure is from, by places in {@link PackedFigures}: its origin, and what it was worked out from (−1: nothing). */
type PackedSource = readonly [number, number];

/**
 * Figures of records. Nearly all of a LIVE share one origin, and a metric is nearly always worked out from the same
 * others, which would be most of the text if each figure carried it.
 */
export interface PackedFigures {
  readonly metrics: readonly MetricId[];
  readonly origins: readonly Origin[];
  readonly derivations: readonly (readonly string[])[];
  /** Of each metric what it was worked out from where it is said first. */
  readonly usual: readonly number[];
  /** Of each record its first figure's origin, then metric and value by turns. */
  readonly figures: readonly (readonly (number | PackedValue)[])[];
  /** Figures from elsewhere than their record's origin and the metric's usual, by record and metric. */
  readonly others: Readonly<Record<string, PackedSource>>;
}

/** As much of a record as tells its figures. */
interface Figured {
  readonly figures: Figures;
  /** Amounts in it are kept without one. */
  readonly currency?: CurrencyCode;
}

/** Packs the figures of records; {@link figuresAt} gives back those of one. */
export function packFigures(records: readonly Figured[]): PackedFigures {
  const origins = sharedValues(isSameOrigin);
  const derivations = sharedValues(areSameNames);
  const usual: number[] = metricIds.map(() => UNTOLD);
  const others: Record<string, PackedSource> = {};
  const figures = records.map(({ figures, currency }, place) => {
    let first: number | undefined;
    const values: (number | PackedValue)[] = [];
    for (const [metric, id] of metricIds.entries()) {
      const figure = figures[id];
      if (figure === undefined) continue;
      const origin = origins.placeOf(figure.origin);
      const { derivedFrom } = figure;
      const derivation = derivedFrom === undefined ? NOTHING : derivations.placeOf(derivedFrom);
      first ??= origin;
      if (usual[metric] === UNTOLD) usual[metric] = derivation;
      if (origin !== first || derivation !== usual[metric]) {
        others[`${place} ${metric}`] = [origin, derivation];
      }
      values.push(metric, packedValue(figure, currency));
    }
    return first === undefined ? [] : [first, ...values];
  });
  return {
    metrics: metricIds,
    origins: origins.all,
    derivations: derivations.all,
    usual,
    figures,
    others,
  };
}

/** In place of a derivation: of a figure that was not worked out, and of a metric of which nothing was said yet. */
const NOTHING = -1;
const UNTOLD = -2;

/** The figures of the record at a place, with amounts in its currency. */
export function figuresAt(packed: PackedFigures, place: number, currency?: CurrencyCode): Figures {
  const { metrics, origins, derivations, usual, others } = packed;
  const figures: Figures = {};
  const [first, ...values] = packed.figures[place] ?? [];
  for (let at = 0; at + 1 < values.length; at += 2) {
    const [metric, value] = [Number(values[at]), values[at + 1]];
    const id = metrics[metric];
    const [from, derivation] = others[`${place} ${metric}`] ?? [Number(first), usual[metric]];
    const origin = origins[from];
    if (id === undefined || origin === undefined || value === undefined) continue;
    const derivedFrom = derivations[derivation ?? NOTHING];
    const about =
      derivedFrom === undefined ? { origin } : { origin, derivedFrom: [...derivedFrom] };
    if (isMoneyMetric(id)) {
      const money = moneyIn(value, currency);
      if (money !== undefined) figures[id] = { money, ...about };
    } else if (typeof value === 'number') {
      figures[id] = { value, ...about };
    } else if (typeof value === 'object' && 'value' in value) {
      figures[id] = { ...value, ...about };
    }
  }
  return figures;
}

function packedValue(figure: Figure, currency: CurrencyCode | undefined): PackedValue {
  if ('money' in figure) {
    return figure.money.currency === currency ? figure.money.amount : figure.money;
  }
  const { value, range } = figure;
  return range === undefined ? value : { value, range };
}

function moneyIn(value: PackedValue, currency: CurrencyCode | undefined): Money | undefined {
  if (typeof value === 'string') return currency && { amount: value, currency };
  return typeof value === 'object' && 'amount' in value ? value : undefined;
}

const isSameOrigin = (one: Origin, other: Origin): boolean =>
  one.at === other.at &&
  one.endpoint === other.endpoint &&
  one.how === other.how &&
  one.summary === other.summary;

const areSameNames = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, place) => name === other[place]);
