import * as v from 'valibot';
import { RegionSchema } from '../../metrics/feed/category-slice.ts';
import { CategoryIdSchema } from '../../metrics/ids.ts';
import { SalesBasisSchema } from '../../metrics/sales-basis.ts';
import { AddressSchema, PathSchema } from './address.ts';
import { limits } from './limits.ts';
import { lineOf } from './plain-text.ts';
import { CalendarDaySchema, CountSchema, DateSchema } from './values.ts';
import { FEED_VERSION } from './version.ts';

/** What `index.json` says it is, so that any other file is told apart. */
export const INDEX_FORMAT = 'live-diagnosis-feed';

const entries = {
  region: v.pipe(RegionSchema, v.description('Region of the shops, such as US or VN.')),
  category: v.pipe(
    CategoryIdSchema,
    v.description('Id of TikTok Shop’s category of the first level.'),
  ),
  day: v.pipe(CalendarDaySchema, v.description('The last day of its window, cut at UTC.')),
  path: v.pipe(PathSchema, v.description('Where the slice lies, seen from this file.')),
  bytes: v.optional(
    v.pipe(
      CountSchema,
      v.maxValue(limits.sliceBytes),
      v.description('Size of the slice’s file in bytes.'),
    ),
  ),
};

/** A slice of version 1, whose money is attributed. */
const FirstEntrySchema = v.object(entries);

const EntrySchema = v.object({
  ...entries,
  basis: v.pipe(
    SalesBasisSchema,
    v.description('Whose orders its money rests on: attributed or direct.'),
  ),
});
/** One slice that a feed holds. */
export type FeedIndexEntry = v.InferOutput<typeof EntrySchema>;

/** The rule by which small groups were left out; see "Building one" in src/cli/feed/README.md. */
const MinimumsSchema = v.object({
  shops: v.pipe(CountSchema, v.description('Fewest shops behind a distribution.')),
  lives: v.pipe(CountSchema, v.description('Fewest LIVEs behind a distribution.')),
  share: v.pipe(
    v.number(),
    v.minValue(0),
    v.maxValue(1),
    v.description('Largest share of the LIVEs or hours that one shop may have, from 0 to 1.'),
  ),
});

/** Of every version: who publishes the feed. */
const format = v.pipe(v.literal(INDEX_FORMAT), v.description('Tells a feed from any other file.'));
const head = {
  name: v.pipe(
    lineOf(limits.name, 'What the feed is called where its figures are shown.'),
    v.check((name) => name !== ''),
  ),
  publisher: v.optional(lineOf(limits.publisher, 'Who publishes it.')),
  homepage: v.optional(
    v.pipe(AddressSchema, v.description('https address of the publisher’s page.')),
  ),
  updatedAt: v.pipe(DateSchema, v.description('When the feed was built, in unix seconds.')),
  simulated: v.optional(v.pipe(v.boolean(), v.description('True when no figure is real.'))),
  minimums: v.optional(
    v.pipe(MinimumsSchema, v.description('The rule by which small groups were left out.')),
  ),
};

/**
 * What the Open API's terms ask of a feed: its data may be put together for others only by those who have
 * the right to do so. See "Building one" in src/cli/feed/README.md.
 */
const OpenApiSchema = v.pipe(
  v.object({
    rightsConfirmed: v.pipe(
      v.boolean(),
      v.description('Whether who built the feed confirmed the right to publish them.'),
    ),
  }),
  v.description('Set where LIVEs of TikTok’s Open API are behind the figures.'),
);

/** `index.json` of version 2. */
export const FeedIndexSchema = v.object({
  format,
  version: v.pipe(v.literal(FEED_VERSION), v.description('Version of the format.')),
  ...head,
  openApi: v.optional(OpenApiSchema),
  slices: v.pipe(
    v.array(EntrySchema),
    v.maxLength(limits.slices),
    v.description('The slices that the feed holds, one for each region, category, basis and day.'),
  ),
});

/**
 * `index.json` of version 1, and while both are written what version 2 says in its place: older readers
 * pass over a field that they don't know.
 */
export const FirstIndexSchema = v.object({
  format,
  version: v.pipe(v.literal(1), v.description('Version of the format.')),
  ...head,
  slices: v.pipe(
    v.array(FirstEntrySchema),
    v.maxLength(limits.slices),
    v.description('The slices that the feed holds, one for each region, category and day.'),
  ),
  successor: v.optional(
    v.object({
      version: v.literal(FEED_VERSION),
      openApi: v.optional(OpenApiSchema),
      slices: v.pipe(v.array(EntrySchema), v.maxLength(limits.slices)),
    }),
  ),
});
export type FirstIndex = v.InferOutput<typeof FirstIndexSchema>;
export type FeedIndex = v.InferOutput<typeof FeedIndexSchema>;
