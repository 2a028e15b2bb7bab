import * as v from 'valibot';
import { type Distribution, RegionSchema } from '../../metrics/category-slice.ts';
import { CategoryIdSchema, RoomIdSchema } from '../../metrics/ids.ts';
import { CurrencyCodeSchema } from '../../metrics/money.ts';
import { SecondsSchema, seconds } from '../../metrics/time.ts';
import { AddressSchema } from './address.ts';
import { limits } from './limits.ts';
import { lineOf } from './plain-text.ts';
import { ABSURD } from './problem.ts';
import { CalendarDaySchema, CountSchema, DateSchema, FiniteSchema } from './values.ts';
import { FEED_VERSION } from './version.ts';

/** What a slice file says it is, so that any other file is told apart. */
export const SLICE_FORMAT = 'live-diagnosis-feed-slice';

/** A LIVE lasts 13 hours at most by TikTok's rule; a week is surely none. */
const LONGEST_LIVE_HOURS = 168;

const NameSchema = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9]{0,59}$/));

const DistributionSchema = v.pipe(
  v.object({
    p10: FiniteSchema,
    p25: FiniteSchema,
    p50: FiniteSchema,
    p75: FiniteSchema,
    p90: FiniteSchema,
    count: v.pipe(CountSchema, v.description('LIVEs that report the metric.')),
    hours: v.pipe(FiniteSchema, v.minValue(0, ABSURD), v.description('Their hours together.')),
  }),
  v.check(rises, ABSURD),
  v.check(({ count, hours }) => hours <= count * LONGEST_LIVE_HOURS, ABSURD),
);

const ClipSchema = v.pipe(
  v.object({
    factor: v.pipe(
      v.string(),
      v.regex(/^[a-z][a-z-]{0,39}$/),
      v.description('The factor that it shows.'),
    ),
    metric: NameSchema,
    level: v.optional(
      v.pipe(FiniteSchema, v.description('How high the metric stood in the clip.')),
    ),
    from: v.pipe(
      SecondsSchema,
      v.finite(ABSURD),
      v.minValue(seconds(0), ABSURD),
      v.description('Seconds from the recording’s start.'),
    ),
    to: v.pipe(SecondsSchema, v.finite(ABSURD)),
    url: v.optional(AddressSchema),
    expiresAt: v.optional(
      v.pipe(DateSchema, v.description('Until when the address plays, unix seconds.')),
    ),
  }),
  v.check(({ from, to }) => from < to, ABSURD),
);

const RoomSchema = v.pipe(
  v.object({
    room: RoomIdSchema,
    creator: v.optional(lineOf(limits.creator)),
    title: v.optional(lineOf(limits.title)),
    coverUrl: v.optional(AddressSchema),
    startedAt: v.pipe(DateSchema, v.description('Unix seconds.')),
    endedAt: DateSchema,
    currency: v.optional(CurrencyCodeSchema),
    figures: v.pipe(
      v.record(NameSchema, FiniteSchema),
      v.maxEntries(limits.metrics),
      v.description('By metric id; money in major units of the currency, rates as shares.'),
    ),
    clips: v.pipe(v.array(ClipSchema), v.maxLength(limits.clips)),
  }),
  v.check(({ startedAt, endedAt }) => endedAt > startedAt, ABSURD),
  v.check(({ startedAt, endedAt }) => endedAt - startedAt <= LONGEST_LIVE_HOURS * 3_600, ABSURD),
  // A second for figures that were rounded.
  v.check(
    ({ startedAt, endedAt, clips }) => clips.every(({ to }) => to <= endedAt - startedAt + 1),
    ABSURD,
  ),
);

/** A slice file: what the LIVEs of a region and category did in the `window` days up to `day`. */
export const FeedSliceSchema = v.pipe(
  v.object({
    format: v.literal(SLICE_FORMAT),
    version: v.literal(FEED_VERSION),
    region: RegionSchema,
    category: CategoryIdSchema,
    day: v.pipe(CalendarDaySchema, v.description('The last day of the window, cut at UTC.')),
    window: v.pipe(
      CountSchema,
      v.minValue(1),
      v.maxValue(limits.window),
      v.description('Days up to and including the day in which the LIVEs started.'),
    ),
    currency: v.optional(CurrencyCodeSchema),
    shops: CountSchema,
    lives: CountSchema,
    metrics: v.pipe(
      v.record(NameSchema, DistributionSchema),
      v.maxEntries(limits.metrics),
      v.description('By metric id; quantiles over LIVEs, money in major units of the currency.'),
    ),
    rooms: v.pipe(v.array(RoomSchema), v.maxLength(limits.rooms)),
    simulated: v.optional(v.boolean()),
  }),
  v.check(({ shops, lives }) => shops <= lives, ABSURD),
  v.check(
    ({ lives, metrics }) => Object.values(metrics).every(({ count }) => count <= lives),
    ABSURD,
  ),
);
export type FeedSlice = v.InferOutput<typeof FeedSliceSchema>;

function rises({ p10, p25, p50, p75, p90 }: Distribution): boolean {
  return p10 <= p25 && p25 <= p50 && p50 <= p75 && p75 <= p90;
}
