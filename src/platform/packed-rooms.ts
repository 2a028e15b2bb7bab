import { isMoneyMetric, type MetricId, metricIds } from '../metrics/catalogue.ts';
import type { Figure, Figures, Origin, ScalarFigure } from '../metrics/figure.ts';
import type { CurrencyCode, Money } from '../metrics/money.ts';
import type { RoomRecord } from '../metrics/room-record.ts';

/**
 * Records of lists for a message and for the archive, as text: thousands are read at once, and one text costs a
 * fraction of as many objects. To be unpacked by the version that packed it.
 */
export interface PackedRooms {
  /** JSON of the records without their figures. */
  readonly rooms: string;
  /** JSON of {@link PackedFigures} in the order of the records; parsed when figures are first looked at. */
  readonly figures: string;
}

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
interface PackedFigures {
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

type WithoutFigures = Omit<RoomRecord, 'figures'>;

/** Packs records; {@link unpackRooms} gives back the same in the same order. */
export function packRooms(records: readonly RoomRecord[]): PackedRooms {
  const origins = shared(isSameOrigin);
  const derivations = shared(areSameNames);
  const usual: number[] = metricIds.map(() => UNTOLD);
  const others: Record<string, PackedSource> = {};
  const packed = records.map(({ figures, currency }, place) => {
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
  const figures: PackedFigures = {
    metrics: metricIds,
    origins: origins.all,
    derivations: derivations.all,
    usual,
    figures: packed,
    others,
  };
  return {
    rooms: JSON.stringify(records.map(({ figures: _apart, ...record }): WithoutFigures => record)),
    figures: JSON.stringify(figures),
  };
}

/** In place of a derivation: of a figure that was not worked out, and of a metric of which nothing was said yet. */
const NOTHING = -1;
const UNTOLD = -2;

/** The records that were packed. The figures of each are made when they are first looked at. */
export function unpackRooms({ rooms, figures }: PackedRooms): readonly RoomRecord[] {
  const records: readonly WithoutFigures[] = JSON.parse(rooms);
  let parsed: PackedFigures | undefined;
  const packed = (): PackedFigures => {
    parsed ??= JSON.parse(figures);
    return parsed ?? nothing;
  };
  return records.map((record, place) => {
    let known: Figures | undefined;
    return {
      ...record,
      get figures() {
        known ??= figuresAt(packed(), place, record.currency);
        return known;
      },
    };
  });
}

const nothing: PackedFigures = {
  metrics: [],
  origins: [],
  derivations: [],
  usual: [],
  figures: [],
  others: {},
};

function figuresAt(packed: PackedFigures, place: number, currency?: CurrencyCode): Figures {
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

/** Values, each kept once, and the place of each. `isSame` tells cheaply what mostly comes one after the other. */
function shared<T>(isSame: (one: T, other: T) => boolean): {
  readonly all: readonly T[];
  placeOf(value: T): number;
} {
  const all: T[] = [];
  const places = new Map<string, number>();
  let last: { readonly value: T; readonly place: number } | undefined;
  const find = (value: T): number => {
    const key = JSON.stringify(value);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, all.length);
    return all.push(value) - 1;
  };
  return {
    all,
    placeOf(value) {
      if (last === undefined || !isSame(last.value, value)) last = { value, place: find(value) };
      return last.place;
    },
  };
}

const isSameOrigin = (one: Origin, other: Origin): boolean =>
  one.at === other.at &&
  one.endpoint === other.endpoint &&
  one.how === other.how &&
  one.summary === other.summary;

const areSameNames = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, place) => name === other[place]);
