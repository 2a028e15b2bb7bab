import * as v from 'valibot';
import { CategoryIdSchema, RoomIdSchema } from '../ids.ts';
import { recordingFields } from '../live/recording.ts';
import { MetricIdSchema } from '../metric-id.ts';
import { CurrencyCodeSchema } from '../money.ts';
import { SalesBasisSchema } from '../sales-basis.ts';
import { SecondsSchema, UnixSecondsSchema } from '../time.ts';

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A shop's region as TikTok names it: two capital letters ("US", "VN"; the United Kingdom is "GB"). */
export const RegionSchema = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/), v.brand('Region'));
export type Region = v.InferOutput<typeof RegionSchema>;

/** A calendar day, cut at UTC ("2026-11-24"). */
export const DaySchema = v.pipe(v.string(), v.isoDate(), v.brand('Day'));
export type Day = v.InferOutput<typeof DaySchema>;

/**
 * How a metric spreads over the LIVEs of a category: quantiles over LIVEs, how many LIVEs report the
 * metric, and their hours together. Money in major units of the slice's currency.
 */
const DistributionSchema = v.object({
  p10: finite,
  p25: finite,
  p50: finite,
  p75: finite,
  p90: finite,
  count,
  hours: v.pipe(finite, v.minValue(0)),
});
export type Distribution = v.InferOutput<typeof DistributionSchema>;

/**
 * A cut of a LIVE's recording that shows something done well. `from` and `to` are seconds from the
 * recording's start; without an address, or once it has expired, there is nothing left to play.
 */
export const ClipSchema = v.object({
  /** The factor that it shows; see the list of factors. */
  factor: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}$/)),
  /** The metric that stood highest in it, and how high. */
  metric: MetricIdSchema,
  level: v.optional(finite),
  from: SecondsSchema,
  to: SecondsSchema,
  ...recordingFields,
});
export type Clip = v.InferOutput<typeof ClipSchema>;

/** A LIVE that others may learn from, with the cuts that show it. */
export const BenchmarkRoomSchema = v.object({
  room: RoomIdSchema,
  creator: v.optional(v.string()),
  title: v.optional(v.string()),
  /** Of a feed an https address; simulated LIVEs may carry the picture itself as a data address. */
  coverUrl: v.optional(v.pipe(v.string(), v.regex(/^(?:https:\/\/|data:image\/)/))),
  startedAt: UnixSecondsSchema,
  endedAt: UnixSecondsSchema,
  currency: v.optional(CurrencyCodeSchema),
  /** Figures by metric; money in major units of the currency. A metric that is missing is absent. */
  figures: v.record(v.string(), finite),
  clips: v.array(ClipSchema),
});
export type BenchmarkRoom = v.InferOutput<typeof BenchmarkRoomSchema>;

/**
 * What a benchmark feed says of one region, category and sales basis: the LIVEs that started in the `window` days
 * up to and including `day`.
 */
export const CategorySliceSchema = v.object({
  region: RegionSchema,
  category: CategoryIdSchema,
  /** Whose orders its money rests on; a LIVE is compared with those of the same basis. */
  basis: v.optional(SalesBasisSchema, 'attributed'),
  day: DaySchema,
  window: v.pipe(count, v.minValue(1)),
  currency: v.optional(CurrencyCodeSchema),
  /** How many shops and LIVEs it rests on. */
  shops: count,
  lives: count,
  /** Distribution by metric id. */
  metrics: v.record(v.string(), DistributionSchema),
  /** Metrics that the feed has and that aren't taken, each with the reason. */
  leftOut: v.optional(v.record(v.string(), v.picklist(['older-meaning']))),
  rooms: v.array(BenchmarkRoomSchema),
  /** True for simulated figures: whatever shows them must say so. */
  simulated: v.optional(v.boolean()),
});
export type CategorySlice = v.InferOutput<typeof CategorySliceSchema>;
