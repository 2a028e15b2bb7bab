import type { JSX } from 'preact';
import type { Change } from '../../diagnosis/outcome/types.ts';
import type { Estimate } from '../../diagnosis/report.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import { useI18n } from '../design/i18n.ts';
import { formatFigure, formatTick } from '../figures.ts';
import { type ChangeAxis, changeAxis } from './change-axis.ts';
import { rangeText } from './range-text.ts';

interface Row {
  readonly label: string;
  readonly estimate: Estimate;
  readonly isUsual?: boolean;
}

/**
 * A metric usually, in the LIVE before and in those after, on one axis with labels: what is usual as a band behind
 * all of them. Ranges are drawn, and said to those who can't see them; in words they stand in the tooltip.
 */
export function ChangeChart({
  change,
  currency,
}: {
  change: Change;
  currency: CurrencyCode | undefined;
}): JSX.Element {
  const words = useI18n();
  const { t, locale } = words;
  const { before, usual, after, lives } = change;
  const rows: readonly Row[] = [
    { label: t('outcome_row_usual'), estimate: usual, isUsual: true },
    ...(before === undefined ? [] : [{ label: t('outcome_row_before'), estimate: before }]),
    {
      label: t('outcome_row_after', { count: { kind: 'count', value: lives } }),
      estimate: after,
    },
  ];
  const axis = changeAxis(rows.map(({ estimate }) => estimate));
  const style = { currency, locale };
  return (
    <figure
      class="outcome-chart"
      aria-label={t('outcome_chart', {
        metric: { kind: 'message', message: metric(change.metric).name },
      })}
    >
      <dl>
        {rows.map((row) => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd>
              <Plot
                row={row}
                usual={usual}
                axis={axis}
                label={`${row.label}: ${rangeText(change.metric, row.estimate, currency, words)}`}
              />
            </dd>
            <dd class="outcome-figure">{formatFigure(change.metric, row.estimate.value, style)}</dd>
          </div>
        ))}
      </dl>
      <div class="outcome-axis" aria-hidden="true">
        {axis.ticks.map((tick) => (
          <span key={tick} style={{ '--at': placeOn(axis, tick) }}>
            {formatTick(change.metric, tick, style)}
          </span>
        ))}
      </div>
      <ul class="outcome-key">
        <li>
          <i class="key-band" />
          {t('outcome_key_usual')}
        </li>
        <li>
          <i class="key-range" />
          {t('outcome_key_range')}
        </li>
      </ul>
    </figure>
  );
}

const placeOn = ({ low, high }: ChangeAxis, value: number): string =>
  `${(((value - low) / (high - low)) * 100).toFixed(2)}%`;

/** A row of the chart: the band of what is usual, and on it a figure with its range. */
function Plot({
  row: { estimate, isUsual = false },
  usual,
  axis,
  label,
}: {
  row: Row;
  usual: Change['usual'];
  axis: ChangeAxis;
  label: string;
}): JSX.Element {
  const at = (value: number): string => placeOn(axis, value);
  const { value, low, high } = estimate;
  return (
    <div class="outcome-plot" role="img" aria-label={label}>
      <i class="outcome-band" style={{ '--from': at(usual.low), '--to': at(usual.high) }} />
      <i class="outcome-middle" style={{ '--at': at(usual.value) }} />
      {!isUsual && low !== undefined && high !== undefined && (
        <i class="outcome-range" style={{ '--from': at(low), '--to': at(high) }} />
      )}
      {!isUsual && <i class="outcome-point" style={{ '--at': at(value) }} />}
    </div>
  );
}
