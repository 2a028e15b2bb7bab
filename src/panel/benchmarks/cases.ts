import { quantile } from '../../diagnosis/statistics/quantile.ts';
import { isMoneyMetric, type MetricId } from '../../metrics/catalogue.ts';
import type { BenchmarkRoom, Clip } from '../../metrics/feed/category-slice.ts';
import type { FeedName, FeedSlice } from '../../metrics/feed/feed.ts';
import { numberOf } from '../../metrics/figure.ts';
import type { CategoryId, RoomId } from '../../metrics/ids.ts';
import { hasEnded } from '../../metrics/live/length.ts';
import { type Recording, recordingState, replayOf } from '../../metrics/live/recording.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import { hasFigures, type ListedRoom, type RoomRecord } from '../../metrics/room-record.ts';
import { type Seconds, seconds, type UnixMs, type UnixSeconds } from '../../metrics/time.ts';
import { liveOfReplay } from '../replay/request.ts';
import { ANY_FACTOR, metricOf } from './any-factor.ts';

/** A LIVE to learn from: one of the seller's own, or one that a feed tells of. */
export type BenchmarkCase =
  | { readonly kind: 'own'; readonly live: BenchmarkRoom; readonly record: RoomRecord }
  | { readonly kind: 'feed'; readonly live: BenchmarkRoom; readonly feed: FeedName };

/** Ends of a range, both included; an end that is absent is open. */
export interface CaseRange {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

export const origins = ['both', 'feed', 'own'] as const;
type OriginChoice = (typeof origins)[number];

/** What the seller looks for; ranges per hour, money in the currency of the LIVE in view. */
export interface WantedCase {
  /** A factor's id, or `ANY_FACTOR`. */
  readonly factor: string;
  readonly impressions: CaseRange;
  readonly gmv: CaseRange;
  readonly origin: OriginChoice;
}

export const anyClip: WantedCase = {
  factor: ANY_FACTOR,
  impressions: {},
  gmv: {},
  origin: 'both',
};

/** The LIVE that cases are held against. */
export interface Mine {
  readonly currency: CurrencyCode | undefined;
  /** Its figure of a metric; undefined where it isn't known. */
  readonly figure: (metric: MetricId) => number | undefined;
  /** How high a metric stood in its best stretch as long as a clip; undefined where that isn't known. */
  readonly best: (metric: MetricId, length: Seconds) => number | undefined;
}

/**
 * Own LIVEs that may serve as a benchmark: ended, fetched, and of the category where that is known. Like what is usual
 * they are of the three months before the LIVE in view, or after it.
 *
 * @param start when the LIVE in view started; undefined where that isn't known, and then all are near enough
 * @param reach how far apart starts may lie
 */
export function candidates(
  own: readonly ListedRoom[],
  { start, reach }: { readonly start: UnixSeconds | undefined; readonly reach: number },
  category: CategoryId | undefined,
  categoryOf: (record: RoomRecord) => CategoryId | undefined,
): readonly RoomRecord[] {
  return own.filter(
    (record): record is RoomRecord =>
      hasFigures(record) &&
      mayServe(record, { start, reach }) &&
      record.fetchedAt !== undefined &&
      numberOf(record.figures, 'gmvPerHour') !== undefined &&
      (category === undefined || categoryOf(record) === category),
  );
}

/** Whether a LIVE ended and lies near enough to serve as a benchmark, whatever is known of its figures. */
export function mayServe(
  { room }: Pick<ListedRoom, 'room'>,
  { start, reach }: { readonly start: UnixSeconds | undefined; readonly reach: number },
): boolean {
  const isNear =
    start === undefined ||
    (room.startedAt !== undefined && Math.abs(room.startedAt - start) <= reach);
  return isNear && hasEnded(room);
}

/** The seller's own LIVEs as cases; those whose start or end is unknown can't be played by the clock and are left out. */
export function ownCases(records: readonly RoomRecord[]): readonly BenchmarkCase[] {
  return records.flatMap((record) => {
    const live = liveOfReplay(record);
    return live === undefined ? [] : [{ kind: 'own', live, record } as const];
  });
}

/**
 * The LIVEs that feeds tell of, without the seller's own: the archive knows those itself, and what a
 * feed says under their ids must not take their place.
 */
export function feedCases(
  slices: readonly FeedSlice[],
  own: ReadonlySet<RoomId>,
): readonly BenchmarkCase[] {
  return slices.flatMap(({ feed, slice }) =>
    slice.rooms
      .filter((live) => !own.has(live.room))
      .map((live) => ({ kind: 'feed', live, feed }) as const),
  );
}

/** The clip of a feed's LIVE that shows a factor: the one still to be played, then the highest; any clip for any factor. */
export function clipOf(
  { clips }: Pick<BenchmarkRoom, 'clips'>,
  factor: string,
  playable: (clip: Clip) => boolean,
): Clip | undefined {
  return clips
    .filter((clip) => factor === ANY_FACTOR || clip.factor === factor)
    .toSorted(
      (one, other) =>
        Number(playable(other)) - Number(playable(one)) ||
        (factor === ANY_FACTOR ? 0 : descending(one.level, other.level)),
    )[0];
}

/** Whether there is a recording to play of what a case is to show. */
export function canBePlayed(one: BenchmarkCase, factor: string, now: UnixMs): boolean {
  const isThere = (recording: Pick<Recording, 'url' | 'expiresAt'>): boolean =>
    recordingState(recording, now).state === 'playable';
  if (one.kind === 'own') return isThere(replayOf(one.record.room));
  const clip = clipOf(one.live, factor, isThere);
  return clip !== undefined && isThere(clip);
}

/** Highest first; what isn't known comes last, behind what is known to be zero. */
function descending(one = Number.NEGATIVE_INFINITY, other = Number.NEGATIVE_INFINITY): number {
  return one === other ? 0 : other - one;
}

/**
 * How high a whole LIVE stands in what is wanted: a clip shows its best minutes, which don't compare
 * with LIVEs. Undefined where it isn't known, and for money in another currency.
 */
function levelOf(one: BenchmarkCase, factor: string, mine: Mine): number | undefined {
  const metric = metricOf(factor);
  return metric === undefined || !comparesIn(metric, one, mine)
    ? undefined
    : one.live.figures[metric];
}

/**
 * Whether a clip may be called an example of its factor beside the LIVE in view: its minutes, or the LIVE that
 * they are of, did better in it. Where neither can be told, the feed's word stands.
 */
export function isExample(one: BenchmarkCase, clip: Clip, mine: Mine): boolean {
  const whole = metricOf(clip.factor);
  const level = levelOf(one, clip.factor, mine);
  const beats = (theirs: number | undefined, yours: number | undefined): boolean | undefined =>
    theirs === undefined || yours === undefined ? undefined : theirs > yours;
  const told = [
    comparesIn(clip.metric, one, mine)
      ? beats(clip.level, mine.best(clip.metric, seconds(clip.to - clip.from)))
      : undefined,
    whole === undefined ? undefined : beats(level, mine.figure(whole)),
  ].filter((better) => better !== undefined);
  return told.length === 0 || told.includes(true);
}

/** Money compares in one currency alone. */
function comparesIn(metric: MetricId, { live }: BenchmarkCase, { currency }: Mine): boolean {
  return !isMoneyMetric(metric) || (currency !== undefined && live.currency === currency);
}

/** Whether a case shows a factor: a feed's LIVE by a clip, an own one by doing better in it than the LIVE in view. */
export function shows(one: BenchmarkCase, factor: string, mine: Mine): boolean {
  if (one.kind === 'feed') {
    return factor === ANY_FACTOR || one.live.clips.some((clip) => clip.factor === factor);
  }
  const level = levelOf(one, factor, mine);
  const metric = metricOf(factor);
  if (level === undefined || metric === undefined) return false;
  return factor === ANY_FACTOR || level > (mine.figure(metric) ?? Number.NEGATIVE_INFINITY);
}

/** Whether a case meets all that is wanted. A figure that isn't known, or in another currency, is in no range. */
export function meets(one: BenchmarkCase, wanted: WantedCase, mine: Mine): boolean {
  const { live, kind } = one;
  const money = live.currency === mine.currency ? live.figures.gmvPerHour : undefined;
  return (
    (wanted.origin === 'both' || wanted.origin === kind) &&
    shows(one, wanted.factor, mine) &&
    within(live.figures.impressionsPerHour, wanted.impressions) &&
    within(money, wanted.gmv)
  );
}

function within(value: number | undefined, { least, most }: CaseRange): boolean {
  if (least === undefined && most === undefined) return true;
  return value !== undefined && value >= (least ?? value) && value <= (most ?? value);
}

/** Cases that meet what is wanted, highest first; those that don't say how high come last. */
export function casesWanted(
  cases: readonly BenchmarkCase[],
  wanted: WantedCase,
  mine: Mine,
): readonly BenchmarkCase[] {
  const height = (one: BenchmarkCase): number | undefined => levelOf(one, wanted.factor, mine);
  return cases
    .filter((one) => meets(one, wanted, mine))
    .toSorted((one, other) => descending(height(one), height(other)));
}

/** Fewer LIVEs don't tell a middle from an edge. */
const FEWEST = 4;

/** The lines to choose from in a range: the quartiles of the cases themselves, to two digits. */
export function stepsOfCase(
  cases: readonly BenchmarkCase[],
  metric: 'impressionsPerHour' | 'gmvPerHour',
  currency: CurrencyCode | undefined,
): readonly number[] {
  const values = cases
    .filter(({ live }) => metric !== 'gmvPerHour' || live.currency === currency)
    .map(({ live }) => live.figures[metric])
    .filter((value) => value !== undefined);
  if (values.length < FEWEST) return [];
  const lines = [0.25, 0.5, 0.75].map((share) => quantile(values, share) ?? 0);
  return [...new Set(lines.map((line) => Number(line.toPrecision(2))))].filter((line) => line > 0);
}
