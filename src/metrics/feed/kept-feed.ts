import * as v from 'valibot';
import { FaultCodeSchema } from '../fault.ts';
import { CategoryIdSchema } from '../ids.ts';
import { RecordingMeasuresSchema } from '../recording/measures.ts';
import { SalesBasisSchema } from '../sales-basis.ts';
import { UnixMsSchema } from '../time.ts';
import { CategorySliceSchema, DaySchema, RegionSchema } from './category-slice.ts';
import { FeedAddressSchema } from './feed.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How the last question ended that failed, how often in a row, and until when not to ask unasked. */
const TroubleSchema = v.object({
  code: FaultCodeSchema,
  detail: v.optional(v.string()),
  times: count,
  restUntil: UnixMsSchema,
});
export type Trouble = v.InferOutput<typeof TroubleSchema>;

/** When an address last answered well, how long that is fresh, and what to name when asking again. */
const answered = {
  checkedAt: UnixMsSchema,
  freshUntil: UnixMsSchema,
  etag: v.optional(v.string()),
  trouble: v.optional(TroubleSchema),
};

/** Where the newest word of a feed on a region and category lies. */
const CoverSchema = v.object({
  region: RegionSchema,
  category: CategoryIdSchema,
  basis: v.optional(SalesBasisSchema, 'attributed'),
  day: DaySchema,
  address: FeedAddressSchema,
});
export type Cover = v.InferOutput<typeof CoverSchema>;

/** A record of `feeds`: a feed that the seller added, with its index as it was last read. */
export const KeptFeedSchema = v.object({
  address: FeedAddressSchema,
  name: v.string(),
  publisher: v.optional(v.string()),
  simulated: v.boolean(),
  addedAt: UnixMsSchema,
  ...answered,
  /** How many days the index names. */
  days: count,
  covers: v.array(CoverSchema),
});
export type KeptFeed = v.InferOutput<typeof KeptFeedSchema>;

/** A record of `slices`: the last good word of a feed on a region and category. */
export const KeptSliceSchema = v.object({
  feed: FeedAddressSchema,
  region: RegionSchema,
  category: CategoryIdSchema,
  basis: v.optional(SalesBasisSchema, 'attributed'),
  /** Where it was read. */
  address: FeedAddressSchema,
  /** Absent until it could be read once. */
  slice: v.optional(CategorySliceSchema),
  ...answered,
  /** When the panel last asked for it: what nobody looks at isn't refreshed unasked. */
  usedAt: UnixMsSchema,
});
export type KeptSlice = v.InferOutput<typeof KeptSliceSchema>;

/** A feed with all that was known of it, as it was dropped and as it can be put back. */
export const DroppedFeedSchema = v.object({
  feed: KeptFeedSchema,
  slices: v.array(KeptSliceSchema),
  /** Of recordings of LIVEs that nothing but the feed told of. */
  measures: v.array(RecordingMeasuresSchema),
});
export type DroppedFeed = v.InferOutput<typeof DroppedFeedSchema>;
