import { type Figures, numberOf } from '../metrics/figure.ts';
import { amountOf } from '../metrics/money.ts';
import type { Product, Session } from '../metrics/session.ts';
import { logMean, logRatio } from './log-mean.ts';
import { type Estimate, type Gap, type Step, type StepId, stepIds } from './report.ts';
import type { Trials } from './statistics/interval.ts';
import { normalCdf, normalQuantile } from './statistics/normal.ts';
import { observationsToTell, triesToTell } from './statistics/sample-size.ts';

export type SplitGap = Extract<Gap, { state: 'split' }>;

/** How much chance there is in each step: the standard error of its logarithm, where counts tell it. */
export type Noise = Readonly<Partial<Record<StepId, number>>>;

/** What more of would settle a verdict, and about how many. */
export interface Shortfall {
  readonly of: 'impressions' | 'views' | 'clicks' | 'orders';
  readonly count: number;
}

const Z90 = normalQuantile(0.95);

/** Nothing happened `k` = 0 times can't be put on a log scale: half an event stands for none. */
const HALF_EVENT = 0.5;

/**
 * Standard errors on the log scale by the delta method: √((1−p)÷(n·p)) for a rate, 1÷√I for
 * impressions, and variation ÷ √orders for AOV, where the variation of an order's value is read off
 * the products sold. Viewers come in clusters and benchmarks are uncertain too, so the truth is
 * noisier than this.
 *
 * @param session with its figures completed
 */
export function noiseOf(session: Session): Noise {
  const { figures } = session;
  const impressions = numberOf(figures, 'impressions');
  const orders = numberOf(figures, 'orders');
  const variation = orderVariation(session.products ?? []);
  const errors: Record<StepId, number | undefined> = {
    impressionsPerHour: impressions === undefined ? undefined : 1 / Math.sqrt(impressions),
    tapThroughRate: rateError(trialsOf('tapThroughRate', figures)),
    liveCtr: rateError(trialsOf('liveCtr', figures)),
    ctor: rateError(trialsOf('ctor', figures)),
    aov:
      orders === undefined || variation === undefined ? undefined : variation / Math.sqrt(orders),
  };
  const noise: Partial<Record<StepId, number>> = {};
  for (const id of stepIds) {
    const error = errors[id];
    if (error !== undefined && Number.isFinite(error) && error > 0) noise[id] = error;
  }
  return noise;
}

/**
 * A step's money per hour with its 90 % interval. With G the GMV/h of this LIVE, B the benchmark's
 * and Δₖ = L(B, G)·ln rₖ, the delta method gives ∂Δₖ÷∂ln xⱼ = (L−G)÷ln(B÷G) · ln rₖ − L·[j = k];
 * the steps' errors are taken as independent and the benchmark as exact. No interval where the
 * step's own noise is unknown, or where GMV is zero or negative.
 */
export function moneyOfStep(gap: SplitGap, step: Step, noise: Noise): Estimate {
  const value = step.contribution;
  const { yours, benchmark } = gap;
  if (noise[step.id] === undefined || gap.method !== 'lmdi' || !(yours > 0 && benchmark > 0)) {
    return { value };
  }
  const mean = logMean(benchmark, yours);
  const distance = logRatio(benchmark, yours);
  // The quotient loses its digits where both meet; its limit there is half of GMV/h.
  const pull = Math.abs(distance) < 1e-4 ? yours / 2 : (mean - yours) / distance;
  const shared = pull * logRatio(step.benchmark.value, step.yours);
  const variance = stepIds.reduce((sum, id) => {
    const slope = shared - (id === step.id ? mean : 0);
    return sum + (slope * (noise[id] ?? 0)) ** 2;
  }, 0);
  const half = Z90 * Math.sqrt(variance);
  return Number.isFinite(half) ? { value, low: value - half, high: value + half } : { value };
}

/** Probability that the step truly lies below its benchmark, on the log scale; undefined where noise is unknown. */
export function surenessOf(step: Step, figures: Figures, noise: Noise): number | undefined {
  const error = noise[step.id];
  const yours = step.yours === 0 ? smallestRate(trialsOf(step.id, figures)) : step.yours;
  if (error === undefined || yours === undefined || !(yours > 0 && step.benchmark.value > 0)) {
    return undefined;
  }
  return normalCdf(logRatio(step.benchmark.value, yours) / error);
}

/** How many more of what would tell the step from its benchmark (80 % power, one-sided 5 %); undefined if enough are there. */
export function shortfallOf(step: Step, session: Session): Shortfall | undefined {
  const target = step.benchmark.value;
  if (step.id === 'aov') {
    const orders = numberOf(session.figures, 'orders');
    const variation = orderVariation(session.products ?? []);
    if (orders === undefined || variation === undefined) return undefined;
    return missing('orders', observationsToTell(step.yours, target, variation), orders);
  }
  const trials = trialsOf(step.id, session.figures);
  const rate = step.yours === 0 ? smallestRate(trials) : step.yours;
  if (trials === undefined || rate === undefined || step.id === 'impressionsPerHour') {
    return undefined;
  }
  return missing(denominators[step.id], triesToTell(rate, target), trials.n);
}

const denominators = {
  tapThroughRate: 'impressions',
  liveCtr: 'views',
  ctor: 'clicks',
} as const satisfies Record<string, Shortfall['of']>;

const parts = {
  tapThroughRate: ['views', 'impressions'],
  liveCtr: ['productClicks', 'views'],
  ctor: ['orders', 'productClicks'],
} as const;

/** The counts behind a step that is a rate. */
function trialsOf(id: StepId, figures: Figures): Trials | undefined {
  if (id === 'impressionsPerHour' || id === 'aov') return undefined;
  const [numerator, denominator] = parts[id];
  const k = numberOf(figures, numerator);
  const n = numberOf(figures, denominator);
  return k === undefined || n === undefined || k < 0 || !(n > 0) ? undefined : { k, n };
}

function rateError(trials: Trials | undefined): number | undefined {
  if (trials === undefined) return undefined;
  const k = Math.max(trials.k, HALF_EVENT);
  // A viewer can tap twice, so a rate may pass 1; then its count alone makes the noise.
  const rest = k < trials.n ? 1 - k / trials.n : 1;
  return Math.sqrt(rest / k);
}

function smallestRate(trials: Trials | undefined): number | undefined {
  return trials === undefined ? undefined : HALF_EVENT / trials.n;
}

/** Standard deviation ÷ mean of an order's value, from each product's AOV weighted by its orders. */
function orderVariation(products: readonly Product[]): number | undefined {
  const sold = products.flatMap(({ orders, aov, gmv }) => {
    if (orders === undefined || !(orders > 0)) return [];
    const value =
      aov !== undefined ? amountOf(aov) : gmv === undefined ? undefined : amountOf(gmv) / orders;
    return value === undefined ? [] : [{ orders, value }];
  });
  const total = sold.reduce((sum, { orders }) => sum + orders, 0);
  const mean = sold.reduce((sum, { orders, value }) => sum + orders * value, 0) / total;
  const square = sold.reduce((sum, { orders, value }) => sum + orders * (value - mean) ** 2, 0);
  const variation = Math.sqrt(square / total) / mean;
  return sold.length > 1 && variation > 0 && Number.isFinite(variation) ? variation : undefined;
}

/** Rounded up to two digits: the figure is a rule of thumb. */
function missing(
  of: Shortfall['of'],
  needed: number | undefined,
  there: number,
): Shortfall | undefined {
  if (needed === undefined || !(needed > there)) return undefined;
  const more = needed - there;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(more)) - 1);
  const count = Math.ceil(more / unit) * unit;
  return Number.isFinite(count) ? { of, count } : undefined;
}
