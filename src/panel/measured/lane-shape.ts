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

/** A gap of more than this many measures stays open: nothing was measured there. */
const OPEN_AFTER = 1.5;

/**
 * The outline of a measure over time as the path of an SVG: a step for each measure, from the bottom, none where
 * nothing was measured. Values beyond the ends of the scale stand at them.
 */
export function laneShape(samples: readonly Shaped[], box: LaneBox): string {
  const { from, to, low, high, width, height } = box;
  const x = (at: number): string =>
    (Math.min(1, Math.max(0, (at - from) / (to - from))) * width).toFixed(1);
  const y = (value: number): string =>
    ((1 - Math.min(1, Math.max(0, (value - low) / (high - low)))) * height).toFixed(1);
  const parts: string[] = [];
  let end: Shaped | undefined;
  for (const sample of samples) {
    const joins =
      end !== undefined && sample.from - end.to <= OPEN_AFTER * (sample.to - sample.from);
    const start = joins && end !== undefined ? Math.min(end.to, sample.from) : sample.from;
    if (!joins) {
      if (end !== undefined) parts.push(`V${height}Z`);
      parts.push(`M${x(start)} ${height}`);
    }
    parts.push(`V${y(sample.value)}H${x(sample.to)}`);
    end = sample;
  }
  if (end !== undefined) parts.push(`V${height}Z`);
  return parts.join('');
}
