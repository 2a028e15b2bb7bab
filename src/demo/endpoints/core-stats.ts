import type { MetricId } from '../../metrics/catalogue.ts';
import { moneyOf, numberOf } from '../../metrics/figure.ts';
import type { Session } from '../../metrics/session.ts';
import type { DemoAnswer } from '../exchange.ts';
import { coreStatFields, ownComparedIds } from './core-stat-fields.ts';
import { envelope, invalidParameters } from './envelope.ts';
import { moneyValue, sixPlaces } from './values.ts';

/**
 * `core/stats`: the figures asked for by id, and the comparisons of those among them that have one.
 * A negative id asks for the market comparison of its metric. One id that nobody knows spoils the
 * whole answer. An id without a figure in this LIVE is left out of the answer.
 */
export function answerCoreStats(session: Session, ids: readonly number[]): DemoAnswer {
  if (ids.length === 0 || ids.some((id) => !coreStatFields.has(Math.abs(id)))) {
    return invalidParameters();
  }
  const asked = [...new Set(ids)];
  return envelope({
    stats: Object.fromEntries(
      asked.flatMap((id) => {
        const field = coreStatFields.get(id);
        const value = field === undefined ? undefined : fieldValue(session, field);
        return field === undefined || value === undefined ? [] : [[field.name, value]];
      }),
    ),
    stats_benchmark_data: {
      market_cmp_data: asked.flatMap((id) => (id < 0 ? marketComparison(session, -id) : [])),
      self_cmp_data: asked.flatMap((id) =>
        ownComparedIds.has(id) ? ownComparison(session, id) : [],
      ),
    },
  });
}

type Field = NonNullable<ReturnType<typeof coreStatFields.get>>;

function fieldValue(session: Session, field: Field): unknown {
  const { figures } = session;
  if (!('metric' in field)) {
    if (figures.adsCost === undefined || field.as === 'nothing') return undefined;
    return field.as === 'ads-on' ? true : session.room.startedAt;
  }
  if (field.as === 'money') {
    const money = moneyOf(figures, field.metric);
    return money === undefined ? undefined : moneyValue(money);
  }
  const value = numberOf(figures, field.metric);
  if (value === undefined) return undefined;
  if (field.as === 'count') return Math.round(value);
  return field.as === 'float' ? value : sixPlaces(value);
}

function metricOf(id: number): MetricId | undefined {
  const field = coreStatFields.get(id);
  return field !== undefined && 'metric' in field ? field.metric : undefined;
}

function marketComparison(session: Session, id: number): object[] {
  const metric = metricOf(id);
  const market = metric === undefined ? undefined : session.comparisons.market[metric];
  return market === undefined ? [] : [{ stats_type: id, cmp: sixPlaces(market.difference) }];
}

function ownComparison(session: Session, id: number): object[] {
  const metric = metricOf(id);
  const own = metric === undefined ? undefined : session.comparisons.own[metric];
  if (own?.median === undefined) return [];
  const pair = (value: number) => ({ value: sixPlaces(value), value_formatted: sixPlaces(value) });
  return [
    {
      stats_type: id,
      median: sixPlaces(own.median),
      median_formatted: sixPlaces(own.median),
      ...(own.current === undefined
        ? {}
        : {
            current_live_value: {
              start_ts: session.room.startedAt,
              end_ts: session.room.endedAt,
              ...pair(own.current),
            },
          }),
      past_live_values: own.past.map((past) => ({
        start_ts: past.startedAt,
        end_ts: past.endedAt,
        ...pair(past.value),
      })),
      ...(own.difference === undefined ? {} : { cmp: sixPlaces(own.difference) }),
    },
  ];
}
