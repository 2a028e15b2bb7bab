import * as v from 'valibot';
import { DaySchema, RegionSchema } from './feed/category-slice.ts';
import { FiguresSchema } from './figure.ts';
import { CategoryIdSchema, RoomIdSchema } from './ids.ts';
import { CurrencyCodeSchema } from './money.ts';
import { UnixSecondsSchema } from './time.ts';

const finite = v.pipe(v.number(), v.finite());

/** What is known of how a metric spreads: one line only (TikTok's market comparison), or quantiles. */
const SpreadSchema = v.variant('kind', [
  v.object({ kind: v.literal('line'), value: finite }),
  v.object({
    kind: v.literal('quantiles'),
    p10: v.optional(finite),
    p25: finite,
    p50: finite,
    p75: finite,
    p90: v.optional(finite),
    /** How many LIVEs the quantiles rest on. */
    n: finite,
  }),
]);
export type Spread = v.InferOutput<typeof SpreadSchema>;

const BasisSchema = v.picklist(['market', 'own', 'last', 'best', 'feed']);
/**
 * Whose figures a benchmark is made of: TikTok's market comparison, the seller's own LIVEs, the last or
 * the best of them alone, or a category feed.
 */
export type Basis = v.InferOutput<typeof BasisSchema>;

/** Whether a basis is figures of other sellers' LIVEs; all others are the seller's own. */
export const isOfOthers = (basis: Basis): boolean => basis === 'market' || basis === 'feed';

/** Whose word a category feed's benchmark is, and what it rests on: the LIVEs of the `window` days up to `day`. */
const FeedSourceSchema = v.object({
  name: v.string(),
  region: RegionSchema,
  day: DaySchema,
  window: finite,
  lives: finite,
  shops: finite,
  /** True for simulated figures: whatever shows them must say so. */
  simulated: v.boolean(),
});
export type FeedSource = v.InferOutput<typeof FeedSourceSchema>;

/** What a LIVE is compared with. Metrics the basis doesn't cover are absent. */
export const BenchmarkSchema = v.object({
  basis: BasisSchema,
  category: v.optional(CategoryIdSchema),
  currency: v.optional(CurrencyCodeSchema),
  /** Of a category feed: whose, and what it rests on. */
  feed: v.optional(FeedSourceSchema),
  /** Spread by metric id. */
  metrics: v.record(v.string(), SpreadSchema),
});
export type Benchmark = v.InferOutput<typeof BenchmarkSchema>;

/** An earlier LIVE of the same account: from the archive (with a room id), or from TikTok's own comparison (without). */
export const PastLiveSchema = v.object({
  room: v.optional(RoomIdSchema),
  startedAt: UnixSecondsSchema,
  endedAt: UnixSecondsSchema,
  category: v.optional(CategoryIdSchema),
  currency: v.optional(CurrencyCodeSchema),
  figures: FiguresSchema,
});
export type PastLive = v.InferOutput<typeof PastLiveSchema>;
