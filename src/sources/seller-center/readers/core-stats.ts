import { isMoneyMetric, type MetricId, metric } from '../../../metrics/catalogue.ts';
import type { Figures, Origin } from '../../../metrics/figure.ts';
import type { CurrencyCode } from '../../../metrics/money.ts';
import { present } from '../../../metrics/present.ts';
import type { RoomInfo, Session } from '../../../metrics/session.ts';
import { seconds, toMs } from '../../../metrics/time.ts';
import { Fields, Gaps } from '../fields.ts';
import { coreIdsIn } from '../question-ids.ts';
import { type AskedReader, askedIds } from '../reader.ts';
import { coreStats, metricOfStat } from '../stats-types.ts';

const endpoint = 'core/stats';

/** The figures of the room, and TikTok's comparisons with the market and with the account's earlier LIVEs. */
export const coreStatsReader: AskedReader = {
  endpoint,
  path: /\/workbench\/live\/detail\/core\/stats$/,
  asked: { part: 'figures', ids: coreIdsIn },
  read(data, { room, origin, request }) {
    if (room === undefined) return [];
    const gaps = new Gaps(endpoint);
    const answer = Fields.of(data, gaps);
    const stats = answer.inside('stats');
    const benchmark = answer.inside('stats_benchmark_data');
    const figures = readFigures(stats, origin);
    noteAbsent(stats, askedIds(request), gaps);
    stats.noteUnknown(flags);
    const own = benchmark.list('self_cmp_data');
    return [
      present({
        room: { id: room, ...times(own, origin) },
        currency: currencyOf(figures),
        figures,
        comparisons: { market: readMarket(benchmark), own: readOwn(own) },
        origins: Object.keys(figures).length === 0 ? {} : { figures: origin },
        gaps: gaps.list,
      }),
    ];
  },
};

function readFigures(stats: Fields, origin: Origin): Figures {
  const figures: Figures = {};
  for (const { field, metric: id } of coreStats) {
    if (figures[id] !== undefined) continue;
    if (isMoneyMetric(id)) {
      const money = stats.money(field, id);
      if (money !== undefined) figures[id] = { money, origin };
    } else {
      const value =
        metric(id).unit === 'count' ? stats.count(field, id) : stats.positive(field, id);
      if (value !== undefined) figures[id] = { value, origin };
    }
  }
  return figures;
}

/** Only a running LIVE has viewers now, and only one with ads has a cost: their absence is no gap. */
const mayBeAbsent = new Set<MetricId>(['currentViewers', 'adsCost', 'adsRoi']);

/** Fields about advertising that hold no figure, and their ids; 292 was never answered. */
const flags = new Set(['is_ads_roi2', 'ads_roi2_effective_time', 'has_ads_roi1']);
const flagIds: ReadonlySet<number> = new Set([290, 291, 292]);

/**
 * A field that was asked for may be missing from the answer: said once, by metric. An id that nobody
 * knows can't be told to be answered or not; it is named as it is.
 */
function noteAbsent(stats: Fields, asked: readonly number[], gaps: Gaps): void {
  const answered = new Set<MetricId>(
    coreStats.filter(({ field }) => stats.has(field)).map((stat) => stat.metric),
  );
  for (const id of asked) {
    const metricAsked = metricOfStat(id);
    if (metricAsked === undefined) {
      if (!flagIds.has(id)) gaps.note(`stats_types ${id}`, 'unknown');
      continue;
    }
    // A comparison with the market that wasn't made says nothing of the LIVE.
    if (id < 0 || answered.has(metricAsked) || mayBeAbsent.has(metricAsked)) continue;
    gaps.note(metricAsked, 'absent');
  }
}

function readMarket(benchmark: Fields): Session['comparisons']['market'] {
  const market: Session['comparisons']['market'] = {};
  for (const entry of benchmark.list('market_cmp_data')) {
    const id = metricOfStat(entry.number('stats_type') ?? 0);
    const difference = entry.number('cmp');
    if (id !== undefined && difference !== undefined) market[id] = { difference };
  }
  return market;
}

function readOwn(entries: readonly Fields[]): Session['comparisons']['own'] {
  const own: Session['comparisons']['own'] = {};
  for (const entry of entries) {
    const id = metricOfStat(entry.number('stats_type') ?? 0);
    if (id === undefined) continue;
    const past = entry.list('past_live_values').flatMap((live) => {
      const startedAt = live.instant('start_ts');
      const endedAt = live.instant('end_ts');
      const value = live.number('value');
      if (startedAt === undefined || endedAt === undefined || value === undefined) return [];
      return [{ startedAt, endedAt, value }];
    });
    const comparison = present({
      median: entry.number('median'),
      difference: entry.number('cmp'),
      current: entry.inside('current_live_value').number('value'),
      past,
    });
    if (past.length > 0 || Object.keys(comparison).length > 1) own[id] = comparison;
  }
  return own;
}

/** How long an end must lie back to be one: the end of a running LIVE may be given as now. */
const ENDED_SINCE_MS = 600_000;

/** When the LIVE started and ended, which the comparison says beside its values. */
function times(own: readonly Fields[], origin: Origin): Partial<RoomInfo> {
  for (const entry of own) {
    const current = entry.inside('current_live_value');
    const startedAt = current.instant('start_ts');
    const endedAt = current.instant('end_ts');
    if (startedAt === undefined) continue;
    const ended =
      endedAt !== undefined && endedAt > startedAt && origin.at - toMs(endedAt) > ENDED_SINCE_MS;
    return ended ? { startedAt, endedAt, duration: seconds(endedAt - startedAt) } : { startedAt };
  }
  return {};
}

function currencyOf(figures: Figures): CurrencyCode | undefined {
  for (const { metric: id } of coreStats) {
    const money = isMoneyMetric(id) ? figures[id]?.money : undefined;
    if (money !== undefined) return money.currency;
  }
  return undefined;
}
