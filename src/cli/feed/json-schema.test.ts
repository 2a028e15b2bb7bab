import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { JsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { catalogue, metricIds } from '../../metrics/catalogue.ts';
import { DaySchema, RegionSchema } from '../../metrics/feed/category-slice.ts';
import { CategoryIdSchema } from '../../metrics/ids.ts';
import { unixMs } from '../../metrics/time.ts';
import { limits } from '../../sources/feed/limits.ts';
import { readIndex } from '../../sources/feed/read-index.ts';
import { readSlice } from '../../sources/feed/read-slice.ts';
import { FEED_VERSION, OLDEST_READ, releases } from '../../sources/feed/version.ts';
import { feedSchemas } from './json-schema.ts';

const HOW_TO = `The feed format is not what was released last.
If you didn't mean to change it, undo the change. If you did, in src/sources/feed/version.ts:
- what older readers can still read (an optional field more): add a row with the next revision;
- anything else: raise FEED_VERSION and add a row with that version and revision 0; keep reading the
  older version, or raise OLDEST_READ too;
then add the files released/VERSION.REVISION-index.json and -slice.json, and say it in the README.
Never change a row that is there.`;

/** Key order and words for people are no part of the format. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, part]) => !isForPeople(key, part))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, canonical(part)]),
  );
}

/** A property may be called "title" too; then it is an object. */
function isForPeople(key: string, part: unknown): boolean {
  return (key === 'title' || key === 'description') && typeof part === 'string';
}

interface Field {
  readonly name: string;
  readonly schema: JsonSchema;
}

/** Every property of a schema, those of its parts included. */
function fieldsOf(schema: JsonSchema): Field[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, part]) =>
    typeof part === 'boolean' ? [] : [{ name, schema: part }],
  );
  const items = [schema.items, schema.additionalProperties].flat();
  const inside = items.filter((part) => typeof part === 'object');
  return [...own, ...[...own.map((field) => field.schema), ...inside].flatMap(fieldsOf)];
}

function fingerprint(schema: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(schema)))
    .digest('hex');
}

describe('the feed format', () => {
  it('changes only with a new version or revision', () => {
    const { index, slice } = feedSchemas();
    const last = releases.at(-1);
    expect({ index: fingerprint(index), slice: fingerprint(slice) }, HOW_TO).toEqual({
      index: last?.index,
      slice: last?.slice,
    });
    expect(last?.version, HOW_TO).toBe(FEED_VERSION);
  });

  it('is published for version 1 as it was released, while that is written', () => {
    const { index, slice } = feedSchemas(1);
    const [first] = releases;
    expect({ index: fingerprint(index), slice: fingerprint(slice) }).toEqual({
      index: first?.index,
      slice: first?.slice,
    });
  });

  it('gives each release a number of its own, in order', () => {
    const numbers = releases.map(({ version, revision }) => version * 1_000 + revision);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(new Set(releases.map(({ index, slice }) => index + slice)).size).toBe(releases.length);
  });

  it('notices a field more, a cap raised and a pattern changed', () => {
    const { slice } = feedSchemas();
    const text = JSON.stringify(slice);
    for (const [from, to] of [
      [`"maxItems":${limits.rooms}`, '"maxItems":77'],
      ['"shops":', '"mood":{"type":"number"},"shops":'],
      ['^[A-Z]{2}$', '^[A-Z]{2,3}$'],
    ] as const) {
      const changed: unknown = JSON.parse(text.replace(from, to));
      expect(fingerprint(changed)).not.toBe(fingerprint(slice));
    }
  });

  it('still reads a file of every release since the oldest that is read', () => {
    const now = unixMs(Date.parse('2026-11-26T00:00:00Z'));
    const wanted = {
      region: v.parse(RegionSchema, 'US'),
      category: v.parse(CategoryIdSchema, '601450'),
      day: v.parse(DaySchema, '2026-11-24'),
    };
    const read = (name: string): string =>
      readFileSync(new URL(`./released/${name}.json`, import.meta.url), 'utf8');
    for (const { version, revision } of releases.filter((row) => row.version >= OLDEST_READ)) {
      const name = `${version}.${revision}`;
      expect(readIndex(read(`${name}-index`), now)).toMatchObject({ ok: true });
      expect(readSlice(read(`${name}-slice`), wanted, now)).toMatchObject({ ok: true });
    }
  });

  it('says of every field what it means, of every number in what unit, and names all metrics', () => {
    const fields = Object.values(feedSchemas()).flatMap(fieldsOf);
    expect(fields.length).toBeGreaterThan(40);
    const silent = fields.filter(({ schema }) => !/\S/.test(schema.description ?? ''));
    expect(silent.map(({ name }) => name)).toEqual([]);
    const bare = fields.filter(
      ({ schema }) =>
        (schema.type === 'number' || schema.type === 'integer') &&
        !/seconds|hours|days|lives|shops|bytes|share|unit/i.test(schema.description ?? ''),
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
    const figures = fields.find(({ name }) => name === 'figures')?.schema.description;
    for (const id of metricIds) expect(figures).toMatch(new RegExp(`\\b${id}\\b`));
  });

  it('keeps the units in which the metrics of a release are written', () => {
    const text = readFileSync(new URL('./released/units.json', import.meta.url), 'utf8');
    const released = v.parse(v.record(v.string(), v.string()), JSON.parse(text));
    const units = Object.fromEntries(metricIds.map((id) => [id, catalogue[id].unit]));
    expect(units, 'A metric of a feed kept its name and changed its unit, or went.').toMatchObject(
      released,
    );
  });
});
