import type { JSX } from 'preact';
import type { Estimate } from '../../diagnosis/report.ts';
import './interval-bar.css';

/** The ends of an axis that several bars share, so that their lengths compare. */
export interface Axis {
  readonly low: number;
  readonly high: number;
}

/** One axis for all estimates, zero always on it. */
export function axisOf(estimates: readonly Estimate[]): Axis {
  const values = estimates.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  return low === high ? { low: 0, high: 1 } : { low, high };
}

/** An estimate as a dot and its 90 % interval as a line, from zero. `label` says it in words. */
export function IntervalBar({
  estimate,
  axis,
  label,
}: {
  estimate: Estimate;
  axis: Axis;
  label: string;
}): JSX.Element {
  const at = (value: number): string =>
    `${(4 + ((value - axis.low) / (axis.high - axis.low)) * 92).toFixed(2)}%`;
  const { value, low, high } = estimate;
  return (
    <div class="interval" role="img" aria-label={label}>
      <i class="interval-zero" style={{ '--at': at(0) }} />
      {low !== undefined && high !== undefined && (
        <i class="interval-span" style={{ '--from': at(low), '--to': at(high) }} />
      )}
      <i class="interval-point" style={{ '--at': at(value) }} />
    </div>
  );
}
