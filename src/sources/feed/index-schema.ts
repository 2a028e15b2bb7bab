import * as v from 'valibot';
import { RegionSchema } from '../../metrics/category-slice.ts';
import { CategoryIdSchema } from '../../metrics/ids.ts';
import { AddressSchema, PathSchema } from './address.ts';
import { limits } from './limits.ts';
import { lineOf } from './plain-text.ts';
import { CalendarDaySchema, CountSchema, DateSchema } from './values.ts';
import { FEED_VERSION } from './version.ts';

/** What `index.json` says it is, so that any other file is told apart. */
export const INDEX_FORMAT = 'live-diagnosis-feed';

const EntrySchema = v.object({
  region: RegionSchema,
  category: CategoryIdSchema,
  day: CalendarDaySchema,
  path: v.pipe(PathSchema, v.description('Where the slice lies, seen from this file.')),
  bytes: v.optional(v.pipe(CountSchema, v.maxValue(limits.sliceBytes))),
});
/** One slice that a feed holds. */
export type FeedIndexEntry = v.InferOutput<typeof EntrySchema>;

/** The rule by which small groups were left out; see README, "Benchmark feeds". */
const MinimumsSchema = v.object({
  shops: v.pipe(CountSchema, v.description('Fewest shops behind a distribution.')),
  lives: v.pipe(CountSchema, v.description('Fewest LIVEs behind a distribution.')),
  share: v.pipe(
    v.number(),
    v.minValue(0),
    v.maxValue(1),
    v.description('Largest share of the LIVEs or hours that one shop has.'),
  ),
});

/** `index.json`: who publishes the feed, and which slices it holds. */
export const FeedIndexSchema = v.object({
  format: v.literal(INDEX_FORMAT),
  version: v.literal(FEED_VERSION),
  name: v.pipe(
    lineOf(limits.name),
    v.check((name) => name !== ''),
  ),
  publisher: v.optional(lineOf(limits.publisher)),
  homepage: v.optional(AddressSchema),
  updatedAt: v.pipe(DateSchema, v.description('Unix seconds.')),
  simulated: v.optional(v.pipe(v.boolean(), v.description('True when no figure is real.'))),
  minimums: v.optional(MinimumsSchema),
  slices: v.pipe(v.array(EntrySchema), v.maxLength(limits.slices)),
});
export type FeedIndex = v.InferOutput<typeof FeedIndexSchema>;
