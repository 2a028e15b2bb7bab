import { isMoneyMetric, type MetricId, metricIds } from '../metrics/catalogue.ts';
import type { Figure, Figures, Origin, ScalarFigure } from '../metrics/figure.ts';
import type { Money } from '../metrics/money.ts';
import type { RoomRecord } from '../metrics/room-record.ts';

/** A figure that lies in a range for certain, as few do. */
type Ranged = Required<Pick<ScalarFigure, 'value' | 'range'>>;

/** A figure's metric, its value, the place of its origin, and of what it was worked out from. */
type PackedFigure = readonly [MetricId, number | Ranged | Money, number, number?];

/**
 * Records for a message. Nearly all figures of a room share one origin, which would be most of the
 * message if each carried it: here every origin is said once.
 */
export interface PackedRooms {
  readonly origins: readonly Origin[];
  readonly derivations: readonly (readonly string[])[];
  readonly rooms: readonly (Omit<RoomRecord, 'figures'> & {
    readonly figures: readonly PackedFigure[];
  })[];
}

/** Packs records; {@link unpackRooms} gives back the same. */
export function packRooms(records: readonly RoomRecord[]): PackedRooms {
  const origins = shared(isSameOrigin);
  const derivations = shared(areSameNames);
  const rooms = records.map(({ figures, ...record }) => ({
    ...record,
    figures: metricIds.flatMap((id): PackedFigure[] => {
      const figure = figures[id];
      if (figure === undefined) return [];
      const value = packedValue(figure);
      const origin = origins.placeOf(figure.origin);
      const { derivedFrom } = figure;
      if (derivedFrom === undefined) return [[id, value, origin]];
      return [[id, value, origin, derivations.placeOf(derivedFrom)]];
    }),
  }));
  return { origins: origins.all, derivations: derivations.all, rooms };
}

/** The records that were packed. */
export function unpackRooms({ origins, derivations, rooms }: PackedRooms): RoomRecord[] {
  return rooms.map(({ figures: packed, ...record }) => {
    const figures: Figures = {};
    for (const [id, value, place, derivation] of packed) {
      const origin = origins[place];
      if (origin === undefined) continue;
      const derivedFrom = derivation === undefined ? undefined : derivations[derivation];
      const about =
        derivedFrom === undefined ? { origin } : { origin, derivedFrom: [...derivedFrom] };
      if (isMoneyMetric(id)) {
        if (typeof value !== 'number' && 'amount' in value) {
          figures[id] = { money: value, ...about };
        }
      } else if (typeof value === 'number') {
        figures[id] = { value, ...about };
      } else if ('value' in value) {
        figures[id] = { ...value, ...about };
      }
    }
    return { ...record, figures };
  });
}

function packedValue(figure: Figure): number | Ranged | Money {
  if ('money' in figure) return figure.money;
  const { value, range } = figure;
  return range === undefined ? value : { value, range };
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
