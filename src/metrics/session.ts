import * as v from 'valibot';
import type { MetricId } from './catalogue.ts';
import { FiguresSchema, OriginSchema } from './figure.ts';
import {
  AccountHandleSchema,
  AccountIdSchema,
  CategoryIdSchema,
  ProductIdSchema,
  RoomIdSchema,
  ShopIdSchema,
} from './ids.ts';
import { CurrencyCodeSchema, MoneySchema } from './money.ts';
import { SecondsSchema, UnixSecondsSchema, ZoneSchema } from './time.ts';

const count = v.pipe(v.number(), v.finite());
const rate = v.pipe(v.number(), v.finite());

/**
 * The planned show that a LIVE belongs to. A show that broke off and was started anew has several LIVEs;
 * `part` counts them from 1 in the order of their starts.
 */
const ShowSchema = v.object({
  id: v.string(),
  name: v.optional(v.string()),
  /** When and how long it was planned. */
  plannedAt: v.optional(UnixSecondsSchema),
  plannedLength: v.optional(SecondsSchema),
  part: v.pipe(v.number(), v.integer(), v.minValue(1)),
  parts: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export type Show = v.InferOutput<typeof ShowSchema>;

/** What is known of the room itself; every field optional because answers differ by region and date. */
export const RoomInfoSchema = v.object({
  id: RoomIdSchema,
  title: v.optional(v.string()),
  coverUrl: v.optional(v.string()),
  /** The account as it is shown, in the words of the answer. */
  creator: v.optional(
    v.object({
      id: v.optional(v.string()),
      handle: v.optional(v.string()),
      name: v.optional(v.string()),
    }),
  ),
  /** The account that streams, by its number and by its handle; an answer gives one, both or neither. */
  accountId: v.optional(AccountIdSchema),
  accountHandle: v.optional(AccountHandleSchema),
  /** The shop in whose Seller Center the LIVE was seen. */
  shopId: v.optional(ShopIdSchema),
  region: v.optional(v.string()),
  startedAt: v.optional(UnixSecondsSchema),
  endedAt: v.optional(UnixSecondsSchema),
  duration: v.optional(SecondsSchema),
  status: v.optional(v.picklist(['live', 'ended'])),
  zone: v.optional(ZoneSchema),
  replayUrl: v.optional(v.string()),
  replayExpiresAt: v.optional(UnixSecondsSchema),
  show: v.optional(ShowSchema),
});
export type RoomInfo = v.InferOutput<typeof RoomInfoSchema>;

/** TikTok's own market comparison of one metric: `difference` is value ÷ benchmark − 1. */
const MarketComparisonSchema = v.object({ difference: v.pipe(v.number(), v.finite()) });

/** TikTok's own comparison with the account's earlier LIVEs; these carry times but no room ids. */
const OwnComparisonSchema = v.object({
  median: v.optional(count),
  difference: v.optional(count),
  current: v.optional(count),
  past: v.array(
    v.object({ startedAt: UnixSecondsSchema, endedAt: UnixSecondsSchema, value: count }),
  ),
});

/** One series over the LIVE. Amounts add up over intervals; levels and rates don't. */
const SeriesSchema = v.object({
  metric: v.string(),
  kind: v.picklist(['amount', 'level', 'rate']),
  currency: v.optional(CurrencyCodeSchema),
  /** Interval starts in unix seconds, and the value of each interval. */
  points: v.array(v.tuple([UnixSecondsSchema, v.pipe(v.number(), v.finite())])),
});
export type Series = v.InferOutput<typeof SeriesSchema> & {
  metric: MetricId | 'concurrentViewers';
};

const TimelineSchema = v.object({
  /** Length of an interval. */
  interval: SecondsSchema,
  series: v.array(SeriesSchema),
});
export type Timeline = v.InferOutput<typeof TimelineSchema>;

const ProductSchema = v.object({
  id: ProductIdSchema,
  name: v.optional(v.string()),
  coverUrl: v.optional(v.string()),
  category: v.optional(CategoryIdSchema),
  impressions: v.optional(count),
  clicks: v.optional(count),
  ctr: v.optional(rate),
  ctor: v.optional(rate),
  ctorSku: v.optional(rate),
  orders: v.optional(count),
  skuOrders: v.optional(count),
  itemsSold: v.optional(count),
  customers: v.optional(count),
  addToCarts: v.optional(count),
  paymentRate: v.optional(rate),
  stockLeft: v.optional(count),
  gmv: v.optional(MoneySchema),
  /** Direct sales; see `catalogue/direct.ts`. */
  directGmv: v.optional(MoneySchema),
  directItemsSold: v.optional(count),
  aov: v.optional(MoneySchema),
  wasPinned: v.optional(v.boolean()),
  /** Names of the fields that were worked out instead of being reported. */
  derived: v.optional(v.array(v.string())),
});
export type Product = v.InferOutput<typeof ProductSchema>;

/** The fields of a product beside its id: a question asks for some of them, for every product. */
export const productColumns = [
  'name',
  'coverUrl',
  'category',
  'impressions',
  'clicks',
  'ctr',
  'ctor',
  'ctorSku',
  'orders',
  'skuOrders',
  'itemsSold',
  'customers',
  'addToCarts',
  'paymentRate',
  'stockLeft',
  'gmv',
  'directGmv',
  'directItemsSold',
  'aov',
  'wasPinned',
  'derived',
] as const satisfies readonly Exclude<keyof Product, 'id'>[];

const sourceFigures = {
  /** TikTok's own name (foru, follow, search, …); the display name is looked up in public/_locales. */
  name: v.string(),
  impressions: v.optional(count),
  views: v.optional(count),
  tapThroughRate: v.optional(rate),
  productCtr: v.optional(rate),
  ctor: v.optional(rate),
  gmv: v.optional(MoneySchema),
  showGpm: v.optional(MoneySchema),
};
const SourceDetailSchema = v.object(sourceFigures);
const TrafficSourceSchema = v.object({
  ...sourceFigures,
  details: v.optional(v.array(SourceDetailSchema)),
});
export type TrafficSource = v.InferOutput<typeof TrafficSourceSchema>;

/** A product held up on screen. Neighbouring pins of one product are already merged; `endedAt` is absent while it is open. */
const PinSchema = v.object({
  product: ProductIdSchema,
  productName: v.optional(v.string()),
  imageUrl: v.optional(v.string()),
  startedAt: UnixSecondsSchema,
  endedAt: v.optional(UnixSecondsSchema),
});
export type Pin = v.InferOutput<typeof PinSchema>;

const ViolationSchema = v.object({
  at: v.optional(UnixSecondsSchema),
  reason: v.string(),
  consequence: v.optional(v.string()),
});
export type Violation = v.InferOutput<typeof ViolationSchema>;

/**
 * An audience in parts: `of` says whose (orders are SKU orders), `by` says what splits it. A part that
 * splits another one names it as `within`, and is counted in that one. A list of places holds the
 * largest ones only.
 */
const AudienceSplitSchema = v.object({
  of: v.picklist(['viewers', 'customers', 'impressions', 'gmv', 'orders', 'aov']),
  by: v.picklist(['age', 'gender', 'region', 'country', 'follower']),
  parts: v.array(
    v.object({
      name: v.string(),
      within: v.optional(v.string()),
      share: v.optional(rate),
      value: v.optional(count),
      money: v.optional(MoneySchema),
    }),
  ),
});
export type AudienceSplit = v.InferOutput<typeof AudienceSplitSchema>;

/** Something that was expected in an answer and could not be read. */
const ReadingGapSchema = v.object({
  endpoint: v.string(),
  field: v.string(),
  /** `unknown`: a figure is there, or was asked for, that no reader knows. */
  reason: v.picklist(['malformed', 'refused', 'unreachable', 'absent', 'contradicts', 'unknown']),
});
export type ReadingGap = v.InferOutput<typeof ReadingGapSchema>;

/**
 * Who stood before the camera from when to when, as the seller noted it; no answer tells. Without an
 * end it lasts as long as the LIVE.
 */
export const HostSegmentSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  startedAt: UnixSecondsSchema,
  endedAt: v.optional(UnixSecondsSchema),
});
export type HostSegment = v.InferOutput<typeof HostSegmentSchema>;

/** One LIVE as every source hands it on. Counts first; missing is absent, never zero. */
export const SessionSchema = v.object({
  version: v.literal(1),
  room: RoomInfoSchema,
  currency: v.optional(CurrencyCodeSchema),
  figures: FiguresSchema,
  comparisons: v.object({
    market: v.record(v.string(), MarketComparisonSchema),
    own: v.record(v.string(), OwnComparisonSchema),
  }),
  timeline: v.optional(TimelineSchema),
  products: v.optional(v.array(ProductSchema)),
  /** Products with at least one sale, as answered. */
  productsSold: v.optional(count),
  sources: v.optional(v.array(TrafficSourceSchema)),
  pins: v.optional(v.array(PinSchema)),
  violations: v.optional(v.array(ViolationSchema)),
  audience: v.optional(v.array(AudienceSplitSchema)),
  /** The seller's own note, part of no answer. */
  hosts: v.optional(v.array(HostSegmentSchema)),
  /** When and from where each part came. */
  origins: v.object({
    room: v.optional(OriginSchema),
    figures: v.optional(OriginSchema),
    timeline: v.optional(OriginSchema),
    products: v.optional(OriginSchema),
    sources: v.optional(OriginSchema),
    pins: v.optional(OriginSchema),
    violations: v.optional(OriginSchema),
    audience: v.optional(OriginSchema),
  }),
  gaps: v.array(ReadingGapSchema),
  /** True for sample data: whatever shows it must say so. */
  simulated: v.optional(v.boolean()),
});
export type Session = v.InferOutput<typeof SessionSchema>;

/** The parts a session is made of; each arrives with its own answer and its own time. */
export type Part = keyof Session['origins'];

/** A part of a session as one answer gives it; merged by room id. */
export type SessionPart = Pick<Session, 'room'> &
  Partial<Omit<Session, 'version' | 'room' | 'hosts'>>;
