import type { Estimate } from '../../diagnosis/report.ts';

/** An axis from zero, or from below it, with round values to read it by. */
export interface ChangeAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** How many parts an axis is cut into at most: as many labels as a phone has room for. */
const PARTS = 4;

/** How much longer than what it holds the axis is, so that a mark at its end stands whole. */
const ROOM = 1.04;

/** One axis that holds all estimates with their ranges, and zero. */
export function changeAxis(estimates: readonly Estimate[]): ChangeAxis {
  const values = estimates.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  if (low === high) return { low: 0, high: 1, ticks: [0] };
  const step = roundStep((high - low) / PARTS);
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return {
    low: low * ROOM,
    high: high * ROOM,
    ticks: Array.from({ length: count }, (_, place) => (first + place) * step),
  };
}

/** The smallest of 1, 2, 5, 10, 20 … (and of 0.1, 0.2 …) that is no less. */
function roundStep(least: number): number {
  const size = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5].find((one) => one * size >= least) ?? 10;
  return step * size;
}
