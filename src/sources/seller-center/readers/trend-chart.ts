import type { CurrencyCode } from '../../../metrics/money.ts';
import { present } from '../../../metrics/present.ts';
import type { Series } from '../../../metrics/session.ts';
import { DAY_SECONDS, type Seconds, seconds, type UnixSeconds } from '../../../metrics/time.ts';
import { Fields, Gaps } from '../fields.ts';
import { type AskedReader, askedIds } from '../reader.ts';
import { type TrendStat, trendIds, trendStats } from '../stats-types.ts';
import { readZone } from '../zone.ts';

const endpoint = 'trend/chart';

/** The LIVE over time: intervals whose length the server chose, money as `amount`, the rest as `value`. */
export const trendChartReader: AskedReader = {
  endpoint,
  path: /\/workbench\/live\/detail\/trend\/chart$/,
  asked: { part: 'timeline', ids: () => trendIds },
  read(data, { room, origin, request }) {
    if (room === undefined) return [];
    const gaps = new Gaps(endpoint);
    const answer = Fields.of(data, gaps);
    const series = answer.list('trend_data').flatMap((entry) => {
      const id = entry.number('stats_type');
      const stat = trendStats.find((known) => known.id === id);
      if (stat !== undefined) return readSeries(entry, stat);
      if (id !== undefined) gaps.note(`stats_types ${id}`, 'unknown');
      return [];
    });
    noteUnanswered(askedIds(request), series, gaps);
    const interval = readInterval(answer) ?? smallestStep(series);
    if (interval === undefined) gaps.note('granularity', 'absent');
    const readable = interval !== undefined && series.length > 0;
    const currency = series.find((one) => one.currency !== undefined)?.currency;
    return [
      present({
        room: present({ id: room, zone: readZone(answer) }),
        currency,
        timeline: readable ? { interval, series } : undefined,
        origins: readable ? { timeline: origin } : {},
        gaps: gaps.list,
      }),
    ];
  },
};

/** A series that was asked for and is not in the answer: said once, by what it is. */
function noteUnanswered(asked: readonly number[], series: readonly Series[], gaps: Gaps): void {
  const answered = new Set(series.map(({ metric }) => metric));
  for (const id of asked) {
    const stat = trendStats.find((known) => known.id === id);
    if (stat === undefined) gaps.note(`stats_types ${id}`, 'unknown');
    else if (!answered.has(stat.metric)) gaps.note(stat.metric, 'absent');
  }
}

function readSeries(entry: Fields, { metric, kind }: TrendStat): Series[] {
  const points: [UnixSeconds, number][] = [];
  let currency: CurrencyCode | undefined;
  for (const bucket of entry.list('data')) {
    const at = bucket.instant('key');
    const amount = bucket.money('amount');
    const value = amount === undefined ? bucket.number('value') : Number(amount.amount);
    currency ??= amount?.currency;
    const mixed = amount !== undefined && amount.currency !== currency;
    if (mixed) bucket.gaps.note('amount', 'contradicts');
    else if (at !== undefined && value !== undefined) points.push([at, value]);
  }
  points.sort(([a], [b]) => a - b);
  return points.length === 0 ? [] : [present({ metric, kind, currency, points })];
}

const DAY_MINUTES = DAY_SECONDS / 60;

/** Granularity comes in minutes; what is longer than a day is none. */
function readInterval(answer: Fields): Seconds | undefined {
  const minutes = answer.positive('granularity');
  if (minutes === undefined || minutes === 0) return undefined;
  if (minutes <= DAY_MINUTES) return seconds(minutes * 60);
  answer.gaps.note('granularity', 'malformed');
  return undefined;
}

function smallestStep(series: readonly Series[]): Seconds | undefined {
  let smallest = Number.POSITIVE_INFINITY;
  for (const { points } of series) {
    for (const [index, [at]] of points.entries()) {
      const step = at - (points[index - 1]?.[0] ?? at);
      if (step > 0) smallest = Math.min(smallest, step);
    }
  }
  return Number.isFinite(smallest) ? seconds(smallest) : undefined;
}
