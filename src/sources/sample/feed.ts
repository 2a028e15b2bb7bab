import * as v from 'valibot';
import { quantile } from '../../diagnosis/statistics/quantile.ts';
import { metric, metricIds } from '../../metrics/catalogue.ts';
import {
  type BenchmarkRoom,
  type CategorySlice,
  type Day,
  DaySchema,
  type Distribution,
  RegionSchema,
} from '../../metrics/feed/category-slice.ts';
import { numberOf } from '../../metrics/figure.ts';
import type { CategoryId, RoomId } from '../../metrics/ids.ts';
import { replayEnd } from '../../metrics/live/recording.ts';
import { DAY_MS, HOUR_SECONDS, type UnixMs, unixMs } from '../../metrics/time.ts';
import { CURRENCY } from './amounts.ts';
import { instantOn, shopDayOf } from './calendar.ts';
import { BEAUTY, FASHION, HOME, wares } from './catalogue.ts';
import { sampleClips } from './feed-clips.ts';
import { sampleFigures } from './figures.ts';
import { type LiveScript, planLive } from './plan.ts';
import { slotOn } from './schedule.ts';
import { sampleRoomOf } from './session.ts';
import { simulate } from './simulate.ts';
import type { SampleTally } from './tally.ts';

/** The name that simulated benchmark figures go by. */
export const SAMPLE_FEED_NAME = 'Sample benchmarks';
export const SAMPLE_REGION = v.parse(RegionSchema, 'US');
/** The categories that the simulated shops sell. */
export const sampleFeedCategories: readonly CategoryId[] = [BEAUTY, HOME, FASHION];

/** Shops behind the figures, by seed, none of them the sample shop itself. */
const shops = [
  [101, 'Fern & Fable'],
  [102, 'Harbor Lane'],
  [103, 'Juniper Row'],
  [104, 'Moth & Moon'],
  [105, 'Saltwater Studio'],
  [106, 'Tansy Goods'],
] as const;

const WINDOW_DAYS = 28;
const ROOMS = 6;
const TICK = 60;

export interface SampleFeedOptions {
  /** The time at which the feed is looked at: its newest day is the last whole one before, cut at UTC. */
  readonly now: UnixMs;
  /** `film` gives clips films to play; `none` (the default) leaves them without a recording, if there is no `media`. */
  readonly replays?: 'none' | 'film';
  /** Where the demo serves recordings and covers. */
  readonly media?: {
    /** `expiresAt` in unix seconds, `duration` in seconds. */
    readonly recording: (room: RoomId, duration: number, expiresAt: number) => string;
    readonly cover: (room: RoomId) => string;
  };
}

interface Played {
  readonly shop: string;
  readonly plan: LiveScript;
  readonly tally: SampleTally;
  readonly figures: ReturnType<typeof sampleFigures>;
}

/** The newest whole day before a time. */
export function sampleFeedDay(now: UnixMs): Day {
  return v.parse(DaySchema, new Date(now - DAY_MS).toISOString().slice(0, 10));
}

/**
 * What a benchmark feed of six simulated shops says of a category: quantiles over their LIVEs of four
 * weeks and the best of these LIVEs with cuts. Pure; undefined for a category that none of them sells.
 */
export function sampleSlice(
  category: CategoryId,
  options: SampleFeedOptions,
): CategorySlice | undefined {
  if (!sampleFeedCategories.includes(category)) return undefined;
  const day = sampleFeedDay(options.now);
  const lives = shops.flatMap(([seed, name]) => livesOf(seed, name, category, day));
  const best = [...lives]
    .sort((one, other) => moneyPerHour(other) - moneyPerHour(one))
    .slice(0, ROOMS);
  return {
    region: SAMPLE_REGION,
    category,
    basis: 'attributed',
    day,
    window: WINDOW_DAYS,
    currency: CURRENCY,
    shops: new Set(lives.map(({ shop }) => shop)).size,
    lives: lives.length,
    metrics: distributionsOf(lives),
    rooms: best.map((live) => roomIn(live, options)),
    simulated: true,
  };
}

/** The ended LIVEs of a shop in the four weeks up to a day whose basket is mostly of the category. */
function livesOf(seed: number, shop: string, category: CategoryId, day: Day): Played[] {
  const end = Date.parse(`${day}T00:00:00Z`) + DAY_MS;
  const start = end - WINDOW_DAYS * DAY_MS;
  const goods = wares(seed);
  const lives: Played[] = [];
  for (let on = shopDayOf(unixMs(start)); instantOn(on, 0) * 1000 < end; on += 1) {
    const slot = slotOn(seed, on);
    if (slot === undefined || slot.startedAt * 1000 < start || slot.startedAt * 1000 >= end)
      continue;
    const plan = planLive(seed, slot, goods);
    if (plan.truth.theme !== category) continue;
    const tally = simulate(plan, plan.plannedEnd, TICK);
    const origin = { how: 'simulated', endpoint: 'sample', at: unixMs(end) } as const;
    lives.push({ shop, plan, tally, figures: sampleFigures(plan, tally, origin, false) });
  }
  return lives;
}

function distributionsOf(lives: readonly Played[]): Record<string, Distribution> {
  const metrics: Record<string, Distribution> = {};
  for (const id of metricIds) {
    if (!metric(id).comparable) continue;
    const known = lives.flatMap(({ figures, plan }) => {
      const value = numberOf(figures, id);
      const hours = (plan.plannedEnd - plan.startedAt) / HOUR_SECONDS;
      return value === undefined ? [] : [{ value, hours }];
    });
    const at = (share: number): number | undefined =>
      quantile(
        known.map(({ value }) => value),
        share,
      );
    const [p10, p25, p50, p75, p90] = [at(0.1), at(0.25), at(0.5), at(0.75), at(0.9)];
    if (p10 === undefined || p25 === undefined || p50 === undefined) continue;
    if (p75 === undefined || p90 === undefined) continue;
    const hours = known.reduce((sum, one) => sum + one.hours, 0);
    metrics[id] = { p10, p25, p50, p75, p90, count: known.length, hours };
  }
  return metrics;
}

function roomIn({ shop, plan, tally, figures }: Played, options: SampleFeedOptions): BenchmarkRoom {
  const { session } = sampleRoomOf(plan, tally, [], options.now, options.replays ?? 'none');
  const { id, title, coverUrl, replayUrl } = session.room;
  const expiresAt = replayEnd(plan.plannedEnd);
  const url =
    options.media?.recording(id, plan.plannedEnd - plan.startedAt, expiresAt) ?? replayUrl;
  const cover = options.media?.cover(id) ?? coverUrl;
  const values: Record<string, number> = {};
  for (const metricId of metricIds) {
    const value = numberOf(figures, metricId);
    if (value !== undefined) values[metricId] = value;
  }
  return {
    room: id,
    creator: `${shop} (sample)`,
    ...(title === undefined ? {} : { title: title.replace(/ with .*$/, ` with ${shop} (sample)`) }),
    ...(cover === undefined ? {} : { coverUrl: cover }),
    startedAt: plan.startedAt,
    endedAt: plan.plannedEnd,
    currency: CURRENCY,
    figures: values,
    clips: sampleClips(session, url === undefined ? {} : { url, expiresAt }),
  };
}

function moneyPerHour({ figures }: Played): number {
  return numberOf(figures, 'gmvPerHour') ?? 0;
}
