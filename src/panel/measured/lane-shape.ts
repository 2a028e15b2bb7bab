import type { Span } from '../../metrics/live/length.ts';

/** A measure and the part of the LIVE that it stands for. */
interface Shaped extends Span {
  readonly value: number;
}

/** What a lane is drawn into: times from left to right, values from the bottom up. */
export interface LaneBox {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The outline of a measure over time as the path of an SVG: each run of measures stands on its own, with a step for
 * each of them. Values beyond the ends of the scale stand at them.
 */
export function laneShape(runs: readonly (readonly Shaped[])[], box: LaneBox): string {
  const { from, to, low, high, width, height } = box;
  const x = (at: number): string =>
    (Math.min(1, Math.max(0, (at - from) / (to - from))) * width).toFixed(1);
  const y = (value: number): string =>
    ((1 - Math.min(1, Math.max(0, (value - low) / (high - low)))) * height).toFixed(1);
  return runs
    .map((run) => {
      const steps = run.map((sample) => `V${y(sample.value)}H${x(sample.to)}`).join('');
      return run[0] === undefined ? '' : `M${x(run[0].from)} ${height}${steps}V${height}Z`;
    })
    .join('');
}
