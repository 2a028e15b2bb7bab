import { metric } from '../../metrics/catalogue.ts';
import type { Session, Timeline } from '../../metrics/session.ts';
import type { MessageKey, Text } from '../../metrics/text.ts';
import { HOUR_SECONDS, type Seconds, type UnixSeconds } from '../../metrics/time.ts';
import { FEWEST_OWN_LIVES } from '../comparable.ts';
import { currencyOf } from '../currency.ts';
import { CLOSE_RATIO } from '../statistics/constants.ts';
import { normalCdf } from '../statistics/normal.ts';
import { quantile } from '../statistics/quantile.ts';
import { type StepId, stepIds } from '../step-id.ts';
import { figure, lasting, message, phrase } from '../text/wording.ts';
import { dispersionOf } from '../uncertainty/dispersion.ts';
import { curveOf, type PastTimeline, valueAt } from './curve.ts';

/** Chance that a step lies below its usual from which on it is worth interrupting a host. Chosen by us. */
const SURE = 0.9;

/** Twice the noise of plain counting, where the trend can't tell. Chosen by us. */
const USUAL_NOISE = 2;

/** The spread between own LIVEs is at least this, on the log scale. Chosen by us. */
const LEAST_SPREAD = 0.1;

/** The step of the funnel that lies furthest below its usual at this elapsed time. */
export interface PaceStep {
  readonly id: StepId;
  readonly now: number;
  /** Median of own LIVEs at the same elapsed time. */
  readonly usual: number;
  /** Now ÷ usual with counting noise taken out; below 1. */
  readonly ratio: number;
  /** Chance that it truly lies below the usual; 0 to 1. */
  readonly sureness: number;
  readonly text: Text;
  readonly act: Text;
}

interface Counts {
  readonly impressions: number;
  readonly views: number;
  readonly productClicks: number;
  readonly orders: number;
  readonly gmv: number;
}

/**
 * The one step to act on now: the furthest below own usual at the same elapsed time, with noise taken
 * out by how own LIVEs spread, if it surely lies below by a tenth or more. In a product of
 * steps the furthest below is the one that costs most. Undefined where none is, or too few LIVEs say.
 */
export function stepToActOn(
  session: Session,
  past: readonly PastTimeline[],
  elapsed: Seconds,
  until: number,
): PaceStep | undefined {
  const { startedAt } = session.room;
  const { timeline } = session;
  if (startedAt === undefined || timeline === undefined) return undefined;
  const now = countsAt(timeline, startedAt, until, elapsed);
  if (now === undefined) return undefined;
  const currency = currencyOf(session);
  const then = past.flatMap((live) => {
    const counts = countsAt(live.timeline, live.startedAt, live.endedAt, elapsed);
    return counts === undefined || live.currency !== currency ? [] : [counts];
  });
  const steps = stepIds.flatMap((id): PaceStep[] => {
    const own = stepOf(id, now, elapsed);
    const logs = then.flatMap((counts) => {
      const value = stepOf(id, counts, elapsed);
      return value > 0 && Number.isFinite(value) ? [Math.log(value)] : [];
    });
    const middle = quantile(logs, 0.5);
    if (middle === undefined || logs.length < FEWEST_OWN_LIVES || !Number.isFinite(own)) return [];
    const events = now[numerators[id]];
    const noise = noiseOf(session, id);
    // Half an event more, so that none at all has a logarithm.
    const value = Math.log(
      stepOf(id, { ...now, [numerators[id]]: now[numerators[id]] + half(id, now) }, elapsed),
    );
    const variance = noise / ((id === 'aov' ? now.orders : events) + 0.5);
    const spread = Math.max(LEAST_SPREAD ** 2, squareOf(logs));
    const kept = spread / (spread + variance);
    const mean = kept * (value - middle);
    const sureness = normalCdf(-mean / Math.sqrt(kept * variance));
    if (!Number.isFinite(mean) || !Number.isFinite(sureness)) return [];
    const usual = Math.exp(middle);
    const values = {
      step: message(metric(id).name),
      now: phrase(figure(id, own, currency)),
      usual: phrase(figure(id, usual, currency)),
      elapsed: lasting(elapsed),
    };
    return [
      {
        id,
        now: own,
        usual,
        ratio: Math.exp(mean),
        sureness,
        text: { key: 'pace_step', values },
        act: { key: advice[id] },
      },
    ];
  });
  return steps
    .filter(({ ratio, sureness }) => ratio <= CLOSE_RATIO && sureness >= SURE)
    .reduce<PaceStep | undefined>(
      (most, step) => (step.ratio < (most?.ratio ?? Infinity) ? step : most),
      undefined,
    );
}

const numerators = {
  impressionsPerHour: 'impressions',
  tapThroughRate: 'views',
  liveCtr: 'productClicks',
  ctor: 'orders',
  aov: 'gmv',
} as const satisfies Record<StepId, keyof Counts>;

const advice = {
  impressionsPerHour: 'pace_act_impressionsPerHour',
  tapThroughRate: 'pace_act_tapThroughRate',
  liveCtr: 'pace_act_liveCtr',
  ctor: 'pace_act_ctor',
  aov: 'pace_act_aov',
} as const satisfies Record<StepId, MessageKey>;

function half(id: StepId, counts: Counts): number {
  return id === 'aov' ? 0 : counts[numerators[id]] > 0 ? 0 : 0.5;
}

function stepOf(id: StepId, counts: Counts, elapsed: Seconds): number {
  switch (id) {
    case 'impressionsPerHour':
      return (counts.impressions / elapsed) * HOUR_SECONDS;
    case 'tapThroughRate':
      return counts.views / counts.impressions;
    case 'liveCtr':
      return counts.productClicks / counts.views;
    case 'ctor':
      return counts.orders / counts.productClicks;
    case 'aov':
      return counts.gmv / counts.orders;
  }
}

function countsAt(
  timeline: Timeline,
  startedAt: UnixSeconds,
  until: number,
  elapsed: Seconds,
): Counts | undefined {
  const of = (name: keyof Counts): number | undefined => {
    const curve = curveOf(timeline, name, startedAt, until);
    return curve === undefined ? undefined : valueAt(curve, elapsed);
  };
  const [impressions, views, productClicks, orders, gmv] = [
    of('impressions'),
    of('views'),
    of('productClicks'),
    of('orders'),
    of('gmv'),
  ];
  return impressions === undefined ||
    views === undefined ||
    productClicks === undefined ||
    orders === undefined ||
    gmv === undefined
    ? undefined
    : { impressions, views, productClicks, orders, gmv };
}

/** Variance of the logarithm × events: dispersion for counts, squared spread of one order's value for AOV. */
function noiseOf(session: Session, id: StepId): number {
  const seen = dispersionOf(id, session);
  return id === 'aov' ? (seen ?? 1) ** 2 : (seen ?? USUAL_NOISE);
}

function squareOf(logs: readonly number[]): number {
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  return logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (logs.length - 1);
}
