import { isMoneyMetric, type MetricId, metric as metricOf } from '../../metrics/catalogue.ts';
import { numberOf } from '../../metrics/figure.ts';
import type { CategoryId } from '../../metrics/ids.ts';
import { HISTORY_SECONDS } from '../../metrics/live/history-span.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { MIN_LIVES_FOR_BAND } from '../benchmark/own.ts';
import { FEWEST_OWN_LIVES } from '../comparable.ts';
import type { Comparison, Side } from '../report.ts';
import { SAME_START_SECONDS } from '../same-start.ts';
import { quantileOfRanks } from '../statistics/quantile.ts';
import { usable } from '../usable.ts';
import { sideOfBand } from '../usual-side.ts';
import type { LiveInTime } from './live-in-time.ts';
import { RankedWindow } from './ranked-window.ts';

type Usual = NonNullable<Comparison['usual']>;

/** One LIVE of a series. */
export interface SeriesPoint {
  readonly live: LiveInTime;
  /** The metric's figure, money in major units; absent where it isn't known: a gap, and no zero. */
  readonly value?: number;
  /** The usual band as it stood before this LIVE. */
  readonly usual?: Usual;
  /** Where the figure lies beside that band; absent while the LIVE runs, as nothing it made so far is judged. */
  readonly side?: Side;
}

/** A metric over the own LIVEs. */
export interface MetricSeries {
  readonly metric: MetricId;
  /** Oldest first, also LIVEs without the figure. */
  readonly points: readonly SeriesPoint[];
  /** LIVEs without the figure. */
  readonly missing: number;
  readonly highest?: SeriesPoint & { readonly value: number };
  readonly lowest?: SeriesPoint & { readonly value: number };
}

/**
 * A metric over LIVEs, each with the usual band as it stood then: of the LIVEs of the 92 days before it, of its own
 * category where five of those are known, from three figures on, as everywhere else. What TikTok's own comparison
 * tells of further LIVEs isn't in it: it comes with the details of a LIVE. Totals have no usual, because they grow
 * with the length of a LIVE.
 *
 * @param all oldest first
 * @param from the start of the first LIVE in the series; what was usual for it rests on LIVEs before
 */
export function seriesOf(
  all: readonly LiveInTime[],
  metric: MetricId,
  currency: CurrencyCode | undefined,
  from = unixSeconds(0),
): MetricSeries {
  const lives = all.filter(({ startedAt }) => startedAt >= from - HISTORY_SECONDS);
  const values = lives.map((live) => valueIn(live, metric, currency));
  const usualBefore = metricOf(metric).comparable ? usualBands(lives, values) : undefined;
  const points = lives.map((live, place): SeriesPoint => {
    const value = values[place];
    const usual = usualBefore?.(place);
    return {
      live,
      ...(value === undefined ? {} : { value }),
      ...(usual === undefined ? {} : { usual }),
      ...(value === undefined || usual === undefined || live.phase === 'running'
        ? {}
        : { side: sideOfBand(value, usual) }),
    };
  });
  const shown = points.filter(({ live }) => live.startedAt >= from);
  return { metric, points: shown, ...endsIn(shown) };
}

function endsIn(points: readonly SeriesPoint[]): Omit<MetricSeries, 'metric' | 'points'> {
  let highest: MetricSeries['highest'];
  let lowest: MetricSeries['lowest'];
  let missing = 0;
  for (const point of points) {
    const { value } = point;
    if (value === undefined) missing += 1;
    // What a running LIVE made so far is no low of anything.
    else if (point.live.phase !== 'running') {
      if (highest === undefined || value > highest.value) highest = { ...point, value };
      if (lowest === undefined || value < lowest.value) lowest = { ...point, value };
    }
  }
  return {
    missing,
    ...(highest === undefined ? {} : { highest }),
    ...(lowest === undefined ? {} : { lowest }),
  };
}

function valueIn(
  { figures }: LiveInTime,
  metric: MetricId,
  currency: CurrencyCode | undefined,
): number | undefined {
  if (isMoneyMetric(metric) && figures[metric]?.money.currency !== currency) return undefined;
  return usable(numberOf(figures, metric));
}

/** LIVEs that come and go with the window, of all categories or of one. */
interface Group {
  readonly window: RankedWindow;
  /** Place in the window's list of values, by place of the LIVE. */
  readonly at: ReadonlyMap<number, number>;
  /** LIVEs in it, with the figure or not. */
  lives: number;
}

/** Tells the usual band before each LIVE, which is to be asked for in their order. */
function usualBands(
  lives: readonly LiveInTime[],
  values: readonly (number | undefined)[],
): (place: number) => Usual | undefined {
  const all = groupOf(values, lives.keys());
  const places = new Map<CategoryId, number[]>();
  for (const [place, { category }] of lives.entries()) {
    if (category === undefined) continue;
    const known = places.get(category) ?? [];
    known.push(place);
    places.set(category, known);
  }
  const groups = new Map([...places].map(([category, of]) => [category, groupOf(values, of)]));
  const move = (place: number, by: 1 | -1): void => {
    const live = lives[place];
    // One that runs, or of which no end is known, tells of nothing usual yet.
    if (live?.span === undefined) return;
    for (const group of [
      all,
      live.category === undefined ? undefined : groups.get(live.category),
    ]) {
      if (group === undefined) continue;
      group.lives += by;
      const at = group.at.get(place);
      if (at !== undefined) by === 1 ? group.window.add(at) : group.window.remove(at);
    }
  };
  let first = 0;
  let next = 0;
  return (place) => {
    const live = lives[place];
    if (live === undefined) return undefined;
    for (; next < lives.length && apart(lives[next], live) > SAME_START_SECONDS; next++) {
      move(next, 1);
    }
    for (; first < next && apart(lives[first], live) > HISTORY_SECONDS; first++) move(first, -1);
    const ofCategory = live.category === undefined ? undefined : groups.get(live.category);
    return bandIn(
      ofCategory !== undefined && ofCategory.lives >= FEWEST_OWN_LIVES ? ofCategory : all,
    );
  };
}

const apart = (one: LiveInTime | undefined, other: LiveInTime): number =>
  one === undefined ? 0 : other.startedAt - one.startedAt;

function groupOf(values: readonly (number | undefined)[], places: Iterable<number>): Group {
  const at = new Map<number, number>();
  const known: number[] = [];
  for (const place of places) {
    const value = values[place];
    if (value === undefined) continue;
    at.set(place, known.length);
    known.push(value);
  }
  return { window: new RankedWindow(known), at, lives: 0 };
}

function bandIn({ window }: Group): Usual | undefined {
  const n = window.size;
  if (n < MIN_LIVES_FOR_BAND) return undefined;
  const quantile = (share: number) => quantileOfRanks(n, (rank) => window.nth(rank), share);
  const [p25, p50, p75] = [quantile(0.25), quantile(0.5), quantile(0.75)];
  if (p25 === undefined || p50 === undefined || p75 === undefined) return undefined;
  return { p25, p50, p75, n };
}
