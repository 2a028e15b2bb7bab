import type { JSX } from 'preact';
import type { Estimate } from '../../diagnosis/report.ts';
import './money-bar.css';
import { shareOfScale } from './money-scale.ts';

/** Money as a bar from zero to `end`, with its interval as a whisker. `label` says it in words. */
export function MoneyBar({
  estimate,
  end,
  label,
}: {
  estimate: Estimate;
  end: number;
  label: string;
}): JSX.Element {
  const at = (amount: number): string => shareOfScale(amount, end).toFixed(4);
  const { value, low, high } = estimate;
  return (
    <span class="money-bar" role="img" aria-label={label}>
      <i class="money-fill" style={{ '--to': at(value) }} />
      {low !== undefined && high !== undefined && (
        <i class="money-whisker" style={{ '--from': at(low), '--to': at(high) }} />
      )}
    </span>
  );
}
