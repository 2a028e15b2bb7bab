import { lengthOf } from '../../metrics/live/length.ts';
import type { Session } from '../../metrics/session.ts';
import type { Text } from '../../metrics/text.ts';
import { type Seconds, seconds } from '../../metrics/time.ts';
import { FEWEST_OWN_LIVES } from '../comparable.ts';
import { currencyOf } from '../currency.ts';
import { quantile } from '../statistics/quantile.ts';
import { amount, count, lasting } from '../text/wording.ts';
import { type Curve, curveOf, type PastTimeline, valueAt } from './curve.ts';
import { type Projection, projectionOf } from './projection.ts';
import { type PaceStep, stepToActOn } from './step.ts';

/** Until then a LIVE has hardly begun to be shown, and every figure is chance. Chosen by us; as for changes of the course. */
const FIRST_SECONDS = 15 * 60;

const paceMetrics = ['gmv', 'orders', 'productClicks', 'views', 'impressions'] as const;
type PaceMetric = (typeof paceMetrics)[number];

/** What there is by now, against what own LIVEs had at the same elapsed time. */
export interface PaceRow {
  readonly metric: PaceMetric;
  readonly now: number;
  readonly usual: {
    readonly p25: number;
    readonly p50: number;
    readonly p75: number;
    readonly n: number;
  };
  readonly standing: 'behind' | 'usual' | 'ahead';
}

/** The pace of a running LIVE, or what it takes to tell. */
export type Pace =
  | {
      readonly state: 'told';
      /** Elapsed seconds that all figures are of: the end of the last whole interval. */
      readonly elapsed: Seconds;
      /** Own LIVEs that ran at least as long. */
      readonly lives: number;
      readonly rows: readonly PaceRow[];
      readonly projection?: Projection;
      /** The one step to act on now; absent where none lies surely below its usual. */
      readonly step?: PaceStep;
      readonly text: Text;
    }
  | { readonly state: 'untold'; readonly needs: Text };

/**
 * How a running LIVE stands against own LIVEs at the same elapsed time. `nowElapsed` is how long it
 * has run; figures are taken at the end of its last whole interval before that. Earlier LIVEs count
 * where they ran at least as long, money where the currency is the same.
 */
export function paceOf(
  session: Session,
  past: readonly PastTimeline[],
  nowElapsed: Seconds,
  options: { readonly plannedLength?: Seconds } = {},
): Pace {
  const { timeline } = session;
  const { startedAt } = session.room;
  const currency = currencyOf(session);
  if (timeline === undefined || startedAt === undefined) {
    return { state: 'untold', needs: { key: 'pace_needsCourse' } };
  }
  const until = startedAt + nowElapsed;
  const starts = timeline.series.flatMap(({ kind, points }) =>
    kind === 'amount' ? points.map(([from]) => from + timeline.interval) : [],
  );
  const whole = starts.reduce((last, end) => (end <= until && end > last ? end : last), startedAt);
  const elapsed = seconds(whole - startedAt);
  if (elapsed < FIRST_SECONDS) {
    const more = Math.max(1, Math.ceil((FIRST_SECONDS - nowElapsed) / 60));
    return {
      state: 'untold',
      needs: { key: 'factor_shared_moreMinutes', values: { count: count(more) } },
    };
  }
  const comparable = past.filter(
    (live) => (lengthOf(live) ?? 0) >= elapsed && live.startedAt !== startedAt,
  );
  const curves = (metric: PaceMetric): Curve[] =>
    comparable.flatMap((live) => {
      const foreign = metric === 'gmv' && live.currency !== currency;
      const curve = foreign
        ? undefined
        : curveOf(live.timeline, metric, live.startedAt, live.endedAt);
      return curve === undefined ? [] : [curve];
    });
  const rows = paceMetrics.flatMap((metric) => {
    const own = curveOf(timeline, metric, startedAt, whole);
    return own === undefined ? [] : rowOf(metric, valueAt(own, elapsed), curves(metric), elapsed);
  });
  const [first] = rows;
  if (first === undefined) {
    const more = Math.max(1, FEWEST_OWN_LIVES - comparable.length);
    return {
      state: 'untold',
      needs: { key: 'pace_moreLives', values: { count: count(more), elapsed: lasting(elapsed) } },
    };
  }
  const gmv = rows.find(({ metric }) => metric === 'gmv');
  const projection =
    gmv === undefined
      ? undefined
      : projectionOf(gmv.now, curves('gmv'), elapsed, options.plannedLength, currency);
  const step = stepToActOn(session, comparable, elapsed, whole);
  return {
    state: 'told',
    elapsed,
    lives: comparable.length,
    rows,
    ...(projection === undefined ? {} : { projection }),
    ...(step === undefined ? {} : { step }),
    text: textOf(gmv ?? first, elapsed, currency),
  };
}

function rowOf(
  metric: PaceMetric,
  now: number | undefined,
  curves: readonly Curve[],
  elapsed: Seconds,
): PaceRow[] {
  const then = curves.flatMap((curve) => valueAt(curve, elapsed) ?? []);
  const [p25, p50, p75] = [0.25, 0.5, 0.75].map((share) => quantile(then, share));
  if (now === undefined || then.length < FEWEST_OWN_LIVES) return [];
  if (p25 === undefined || p50 === undefined || p75 === undefined) return [];
  const standing = now < p25 ? 'behind' : now > p75 ? 'ahead' : 'usual';
  return [{ metric, now, usual: { p25, p50, p75, n: then.length }, standing }];
}

function textOf(row: PaceRow, elapsed: Seconds, currency: ReturnType<typeof currencyOf>): Text {
  const shown = (value: number) =>
    row.metric === 'gmv' ? amount(value, currency) : count(Math.round(value));
  const values = {
    elapsed: lasting(elapsed),
    metric: { kind: 'message', message: names[row.metric] } as const,
    now: shown(row.now),
    low: shown(row.usual.p25),
    high: shown(row.usual.p75),
    count: count(row.usual.n),
  };
  return { key: sentences[row.standing], values };
}

const sentences = {
  behind: 'pace_behind',
  usual: 'pace_usual',
  ahead: 'pace_ahead',
} as const;

const names = {
  gmv: 'metric_gmv_name',
  orders: 'metric_orders_name',
  productClicks: 'metric_productClicks_name',
  views: 'metric_views_name',
  impressions: 'metric_impressions_name',
} as const satisfies Record<PaceMetric, string>;
