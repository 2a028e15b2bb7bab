import { assumptions } from './assumptions.ts';
import { clusterVariance, intervalsIn, type SimulatedCounts } from './counts.ts';
import type { StepName } from './steps.ts';

/** A normal stand-in for what counts say of the ln of each step, in the order of the steps. */
export interface Sites {
  readonly value: readonly number[];
  readonly variance: readonly number[];
}

/** What says nothing: a variance far above any spread between shops. */
const NOTHING = 1e6;

const { orderCv } = assumptions;

/**
 * Sites of a LIVE around a guess of its ln rates: for a rate, one step of Fisher scoring on the
 * binomial likelihood in ln p (information n·p ÷ (1−p)); the clusters' variance on top. With the
 * guess at the posterior mean this is Laplace's approximation.
 */
export function sitesOf(counts: SimulatedCounts, guess: readonly number[]): Sites {
  const { hours, impressions, views, clicks, orders, gmv } = counts;
  const intervals = intervalsIn(hours);
  const noise = (step: StepName): number => Math.log1p(clusterVariance(step, intervals));
  const rate = (step: StepName, k: number, n: number, place: number): readonly [number, number] => {
    if (n === 0) return [guess[place] ?? 0, NOTHING];
    const p = Math.min(0.99, Math.exp(guess[place] ?? 0));
    const pull = Math.min(2, Math.max(-1, (k - n * p) / (n * p)));
    return [Math.log(p) + pull, (1 - p) / (n * p) + noise(step)];
  };
  const reach: readonly [number, number] = [
    Math.log(Math.max(impressions, 0.5) / hours),
    1 / Math.max(impressions, 0.5) + noise('impressionsPerHour'),
  ];
  const valueVariance = Math.log(1 + orderCv.value ** 2 / Math.max(orders, 1));
  const value: readonly [number, number] =
    orders === 0
      ? [guess[4] ?? 0, NOTHING]
      : [Math.log(gmv / orders) + valueVariance / 2, valueVariance];
  const all = [
    reach,
    rate('tapThroughRate', views, impressions, 1),
    rate('liveCtr', clicks, views, 2),
    rate('ctor', orders, clicks, 3),
    value,
  ];
  return { value: all.map(([x]) => x), variance: all.map(([, v]) => v) };
}

/** A first guess of the ln rates: half an event added, so that none is no minus infinity. */
export function firstGuess(
  counts: SimulatedCounts,
  fallback: readonly number[],
): readonly number[] {
  const { hours, impressions, views, clicks, orders, gmv } = counts;
  const rate = (k: number, n: number, place: number): number =>
    n === 0 ? (fallback[place] ?? 0) : Math.log((k + 0.5) / (n + 1));
  return [
    Math.log(Math.max(impressions, 0.5) / hours),
    rate(views, impressions, 1),
    rate(clicks, views, 2),
    rate(orders, clicks, 3),
    orders === 0 ? (fallback[4] ?? 0) : Math.log(gmv / orders),
  ];
}
