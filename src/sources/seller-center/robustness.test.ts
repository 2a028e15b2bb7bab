import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metricIds } from '../../metrics/catalogue.ts';
import { numberOf } from '../../metrics/figure.ts';
import { emptySession, mergePart } from '../../metrics/merge.ts';
import type { Session } from '../../metrics/session.ts';
import { derive } from './derive.ts';
import { isRecord } from './fields.ts';
import { answers, capturedSession, read, room } from './fixtures/captured.ts';

const whole = capturedSession();
const listed = Object.entries(answers);

/** Every path to a value inside an answer. */
function pathsIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    [name],
    ...pathsIn(inner).map((path) => [name, ...path]),
  ]);
}

/** A copy of an answer with the value at a path changed, or taken out. */
function changed(value: unknown, [name, ...rest]: readonly string[], by: unknown): unknown {
  if (name === undefined || typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    if (key !== name) return [[key, inner]];
    if (rest.length > 0) return [[key, changed(inner, rest, by)]];
    return by === undefined ? [] : [[key, by]];
  });
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

interface Spot {
  readonly path: string;
  readonly data: Record<string, unknown>;
  readonly at: readonly string[];
}

const spots: readonly Spot[] = listed.flatMap(([path, { data }]) =>
  pathsIn(data).map((at) => ({ path, data, at })),
);
/** Most places are values of earlier LIVEs, so an answer is drawn first. */
const indexes = fc.constantFrom(...listed.map(([path]) => path)).chain((path) =>
  fc.integer({
    min: spots.findIndex((spot) => spot.path === path),
    max: spots.findLastIndex((spot) => spot.path === path),
  }),
);

/** The room with everything but one answer, which is read with one value changed. */
const others = new Map(
  listed.map(([path]) => [
    path,
    listed
      .filter(([other]) => other !== path)
      .flatMap(([other, { data }]) => read(other, data))
      .reduce(mergePart, emptySession(room)),
  ]),
);

/** The rows of a list that were read, each in the place of the whole list's row it belongs to. */
function fewer<T extends object>(
  rows: readonly T[] | undefined,
  all: readonly T[] | undefined,
): object[] {
  const key = (row: object): unknown => ('id' in row ? row.id : 'name' in row ? row.name : row);
  return (all ?? []).map((row) => {
    const { details: _, ...found }: { details?: unknown } =
      rows?.find((one) => key(one) === key(row)) ?? {};
    return found;
  });
}

function readChanged(index: number, by: unknown): Session {
  const spot = spots[index];
  if (spot === undefined) throw new Error('No such place.');
  const answer = changed(spot.data, spot.at, by);
  const parts = read(spot.path, isRecord(answer) ? answer : {});
  return parts.reduce(mergePart, others.get(spot.path) ?? emptySession(room));
}

describe('an answer that lacks a field', () => {
  it('is read for the rest, never throws and never makes a zero', () => {
    fc.assert(
      fc.property(indexes, (index) => {
        const session = readChanged(index, undefined);
        const wrong = metricIds.filter((id) => {
          const value = numberOf(session.figures, id);
          return value !== undefined && value !== numberOf(whole.figures, id);
        });
        const complete = derive(session).figures;
        const zeros = metricIds.filter((id) => numberOf(complete, id) === 0);
        expect([...wrong, ...zeros]).toEqual([]);
        expect(whole.products ?? []).toMatchObject(fewer(session.products, whole.products));
        expect(whole.sources ?? []).toMatchObject(fewer(session.sources, whole.sources));
      }),
      { numRuns: 150 },
    );
  });
});

describe('an answer with junk in it', () => {
  const junk = fc.oneof(
    fc.constantFrom(null, '', '-', 'NaN', '12,5', '1e999', true, [], {}, [[]], -1, 1e300, 0.5),
    fc.string(),
    fc.jsonValue(),
  );

  it('never throws, and what is read is a number all the same', () => {
    fc.assert(
      fc.property(indexes, junk, (index, by) => {
        const session = derive(readChanged(index, by));
        const values = metricIds.map((id) => numberOf(session.figures, id) ?? 0);
        expect(values.every(Number.isFinite)).toBe(true);
        expect(derive(session)).toEqual(session);
      }),
      { numRuns: 150 },
    );
  });

  it('is noted where it stands, once, and the rest is read', () => {
    const [path, answer] = listed[0] ?? ['', { data: {} }];
    const [part] = read(path, { ...answer.data, stats: { watch_pv: 'many', watch_uv: 608 } });
    expect(part?.figures?.views).toBeUndefined();
    expect(part?.figures?.viewers?.value).toBe(608);
    expect(part?.gaps).toEqual([{ endpoint: 'core/stats', field: 'views', reason: 'malformed' }]);
  });
});
