import * as v from 'valibot';
import { type Distribution, RegionSchema } from '../../metrics/feed/category-slice.ts';
import { CategoryIdSchema, RoomIdSchema } from '../../metrics/ids.ts';
import { CurrencyCodeSchema } from '../../metrics/money.ts';
import { SalesBasisSchema } from '../../metrics/sales-basis.ts';
import { HOUR_SECONDS, SecondsSchema, seconds } from '../../metrics/time.ts';
import { AddressSchema } from './address.ts';
import { limits } from './limits.ts';
import { lineOf } from './plain-text.ts';
import { ABSURD } from './problem.ts';
import { unitsSaid } from './units.ts';
import { CalendarDaySchema, CountSchema, DateSchema, FiniteSchema } from './values.ts';
import { FEED_VERSION } from './version.ts';

/** What a slice file says it is, so that any other file is told apart. */
export const SLICE_FORMAT = 'live-diagnosis-feed-slice';

/** A LIVE lasts 13 hours at most by TikTok's rule; a week is surely none. */
const LONGEST_LIVE_HOURS = 168;

const NameSchema = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9]{0,59}$/));

const CurrencySchema = v.pipe(
  CurrencyCodeSchema,
  v.description('ISO 4217 code of the currency in which money stands, such as USD.'),
);

const quantileOf = (percent: number) =>
  v.pipe(
    FiniteSchema,
    v.description(
      `The figure, in the metric’s unit, that ${percent} % of the LIVEs don’t go beyond.`,
    ),
  );

const DistributionSchema = v.pipe(
  v.object({
    p10: quantileOf(10),
    p25: quantileOf(25),
    p50: quantileOf(50),
    p75: quantileOf(75),
    p90: quantileOf(90),
    count: v.pipe(CountSchema, v.description('LIVEs that report the metric.')),
    hours: v.pipe(
      FiniteSchema,
      v.minValue(0, ABSURD),
      v.description('How long those LIVEs ran together, in hours.'),
    ),
  }),
  v.check(rises, ABSURD),
  v.check(({ count, hours }) => hours <= count * LONGEST_LIVE_HOURS, ABSURD),
);

const ClipSchema = v.pipe(
  v.object({
    factor: v.pipe(
      v.string(),
      v.regex(/^[a-z][a-z-]{0,39}$/),
      v.description('The factor that it shows, by its id, such as click-to-order.'),
    ),
    metric: v.pipe(NameSchema, v.description('The metric that shows it, by its id.')),
    level: v.optional(
      v.pipe(
        FiniteSchema,
        v.description('How high the metric stood in the clip, in the metric’s unit.'),
      ),
    ),
    from: v.pipe(
      SecondsSchema,
      v.finite(ABSURD),
      v.minValue(seconds(0), ABSURD),
      v.description('Start, in seconds from the recording’s start.'),
    ),
    to: v.pipe(
      SecondsSchema,
      v.finite(ABSURD),
      v.description('End, in seconds from the recording’s start.'),
    ),
    url: v.optional(
      v.pipe(AddressSchema, v.description('https address of the recording, a video file or HLS.')),
    ),
    expiresAt: v.optional(
      v.pipe(DateSchema, v.description('Until when the address plays, unix seconds.')),
    ),
  }),
  v.check(({ from, to }) => from < to, ABSURD),
);

const RoomSchema = v.pipe(
  v.object({
    room: v.pipe(RoomIdSchema, v.description('LIVE room id.')),
    creator: v.optional(lineOf(limits.creator, 'The creator’s handle.')),
    title: v.optional(lineOf(limits.title, 'The LIVE’s title.')),
    coverUrl: v.optional(
      v.pipe(AddressSchema, v.description('https address of the cover picture.')),
    ),
    startedAt: v.pipe(DateSchema, v.description('When the LIVE started, in unix seconds.')),
    endedAt: v.pipe(DateSchema, v.description('When it ended, in unix seconds.')),
    currency: v.optional(CurrencySchema),
    figures: v.pipe(
      v.record(NameSchema, FiniteSchema),
      v.maxEntries(limits.metrics),
      v.description(`The LIVE’s own figures by metric id. ${unitsSaid}`),
    ),
    clips: v.pipe(
      v.array(ClipSchema),
      v.maxLength(limits.clips),
      v.description('Stretches of the recording that show something done well.'),
    ),
  }),
  v.check(({ startedAt, endedAt }) => endedAt > startedAt, ABSURD),
  v.check(
    ({ startedAt, endedAt }) => endedAt - startedAt <= LONGEST_LIVE_HOURS * HOUR_SECONDS,
    ABSURD,
  ),
  // A second for figures that were rounded.
  v.check(
    ({ startedAt, endedAt, clips }) => clips.every(({ to }) => to <= endedAt - startedAt + 1),
    ABSURD,
  ),
);

/** What a slice file of every version holds. */
const format = v.pipe(v.literal(SLICE_FORMAT), v.description('Tells a slice from any other file.'));
const entries = {
  region: v.pipe(RegionSchema, v.description('Region of the shops, such as US or VN.')),
  category: v.pipe(
    CategoryIdSchema,
    v.description('Id of TikTok Shop’s category of the first level.'),
  ),
  day: v.pipe(CalendarDaySchema, v.description('The last day of the window, cut at UTC.')),
  window: v.pipe(
    CountSchema,
    v.minValue(1),
    v.maxValue(limits.window),
    v.description('Days up to and including the day in which the LIVEs started.'),
  ),
  currency: v.optional(CurrencySchema),
  shops: v.pipe(CountSchema, v.description('How many shops it rests on.')),
  lives: v.pipe(CountSchema, v.description('How many LIVEs it rests on.')),
  metrics: v.pipe(
    v.record(NameSchema, DistributionSchema),
    v.maxEntries(limits.metrics),
    v.description(`How each metric spreads over the LIVEs, by metric id. ${unitsSaid}`),
  ),
  rooms: v.pipe(
    v.array(RoomSchema),
    v.maxLength(limits.rooms),
    v.description('LIVEs to learn from.'),
  ),
  simulated: v.optional(v.pipe(v.boolean(), v.description('True when no figure is real.'))),
};

/**
 * A slice file: what the LIVEs of a region, category and sales basis did in the `window` days up to
 * `day`.
 */
export const FeedSliceSchema = v.object({
  format,
  version: v.pipe(v.literal(FEED_VERSION), v.description('Version of the format.')),
  ...entries,
  basis: v.pipe(
    SalesBasisSchema,
    v.description('Whose orders its money rests on: attributed or direct.'),
  ),
});

/** The same of version 1, whose money is attributed. */
export const FirstSliceSchema = v.object({
  format,
  version: v.pipe(v.literal(1), v.description('Version of the format.')),
  ...entries,
});

/** A slice file of any version, with what no JSON schema says. */
export const AnySliceSchema = v.pipe(
  v.variant('version', [FeedSliceSchema, FirstSliceSchema]),
  v.check(({ shops, lives }) => shops <= lives, ABSURD),
  v.check(
    ({ lives, metrics }) => Object.values(metrics).every(({ count }) => count <= lives),
    ABSURD,
  ),
);
export type AnySlice = v.InferOutput<typeof AnySliceSchema>;

function rises({ p10, p25, p50, p75, p90 }: Distribution): boolean {
  return p10 <= p25 && p25 <= p50 && p50 <= p75 && p75 <= p90;
}
