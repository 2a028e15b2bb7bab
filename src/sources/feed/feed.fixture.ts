import fc from 'fast-check';
import * as v from 'valibot';
import { type MetricId, metricIds } from '../../metrics/catalogue.ts';
import {
  type CategorySlice,
  CategorySliceSchema,
  DaySchema,
  RegionSchema,
} from '../../metrics/feed/category-slice.ts';
import { CategoryIdSchema } from '../../metrics/ids.ts';
import { DAY_SECONDS, unixMs } from '../../metrics/time.ts';
import { SLICE_FORMAT } from './slice-schema.ts';
import { FEED_VERSION } from './version.ts';

/** Noon after the day of every slice made here. */
export const fixtureNow = unixMs(Date.parse('2026-11-25T12:00:00Z'));

export const wanted = {
  region: v.parse(RegionSchema, 'US'),
  category: v.parse(CategoryIdSchema, '601450'),
  basis: 'attributed' as const,
  day: v.parse(DaySchema, '2026-11-24'),
};

const dayEnd = Date.parse('2026-11-25T00:00:00Z') / 1000;

/** Values that every metric can have. */
const level = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);

const spread = fc
  .tuple(fc.array(level, { minLength: 5, maxLength: 5 }), fc.nat(50), level)
  .map(([levels, count, hours]) => {
    const [p10 = 0, p25 = 0, p50 = 0, p75 = 0, p90 = 0] = levels.sort((a, b) => a - b);
    return { p10, p25, p50, p75, p90, count, hours: count * hours };
  });

const byMetric = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.dictionary(fc.constantFrom<MetricId[]>(...metricIds), value, { noNullPrototype: true });

const line = fc.constantFrom('Évening deals <3', 'חדש', 'ลดราคา', '🎄 "sale" & more');
const address = fc.constantFrom('https://cdn.example/a~b.webp?x=1&y=2', 'https://v.example/r.m3u8');

const room = fc
  .record({
    room: fc.stringMatching(/^7\d{18}$/),
    ago: fc.integer({ min: 1, max: 27 * DAY_SECONDS }),
    length: fc.integer({ min: 600, max: 80_000 }),
    figures: byMetric(level),
    clips: fc.array(
      fc.record({ metric: fc.constantFrom<MetricId[]>(...metricIds), at: level, level }),
      { maxLength: 20 },
    ),
    texts: fc.record({ title: line, creator: line, coverUrl: address }, { requiredKeys: [] }),
    url: fc.option(address, { nil: undefined }),
  })
  .map(({ room: id, ago, length, figures, clips, texts, url }) => ({
    room: id,
    startedAt: dayEnd - ago,
    endedAt: dayEnd - ago + length,
    currency: 'USD',
    figures,
    clips: clips.map(({ metric, at, level: height }) => ({
      factor: 'tap-through',
      metric,
      level: height,
      from: at * (length - 300),
      to: at * (length - 300) + 300,
      ...(url === undefined ? {} : { url, expiresAt: dayEnd + DAY_SECONDS }),
    })),
    ...texts,
  }));

/** Slices that a builder could have written for `wanted`. */
export const sliceArbitrary: fc.Arbitrary<CategorySlice> = fc
  .record({
    metrics: byMetric(spread),
    rooms: fc.uniqueArray(room, { maxLength: 5, selector: ({ room: id }) => id }),
    simulated: fc.option(fc.boolean(), { nil: undefined }),
  })
  .map(({ metrics, rooms, simulated }) =>
    v.parse(CategorySliceSchema, {
      ...wanted,
      window: 28,
      currency: 'USD',
      shops: 10,
      lives: 50,
      metrics,
      rooms,
      ...(simulated === undefined ? {} : { simulated }),
    }),
  );

/** A slice as its file holds it. */
export function sliceFile(slice: object, changes: object = {}): string {
  return JSON.stringify({ format: SLICE_FORMAT, version: FEED_VERSION, ...slice, ...changes });
}
