import type { JSX } from 'preact';
import type { Change, CountedFigure } from '../../diagnosis/outcome/types.ts';
import type { Estimate } from '../../diagnosis/report.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import { type I18n, useI18n } from '../design/i18n.ts';
import { type Axis, axisOf, IntervalBar } from '../design/interval-bar.tsx';
import { Tooltip } from '../design/tooltip.tsx';
import { formatFigure } from '../figures.ts';
import { ratioText } from './sentences.ts';

/** A metric before the change, usually, and after it, on one axis; then the change itself on its own. */
export function ChangeBars({
  change,
  currency,
}: {
  change: Change;
  currency: CurrencyCode | undefined;
}): JSX.Element {
  const words = useI18n();
  const { t, write, locale } = words;
  const { before, usual, after, ratio, lives } = change;
  const rows: readonly Row[] = [
    ...(before === undefined ? [] : [{ label: t('outcome_row_before'), estimate: before }]),
    { label: t('outcome_row_usual'), estimate: usual, isUsual: true },
    {
      label: t('outcome_row_after', { count: { kind: 'count', value: lives } }),
      estimate: after,
    },
  ];
  const axis = axisOf(rows.map(({ estimate }) => estimate));
  const off: Estimate = { value: ratio.value - 1, low: ratio.low - 1, high: ratio.high - 1 };
  const figure = (value: number): string =>
    formatFigure(change.metric, value, { currency, locale });
  return (
    <dl class="outcome-bars">
      {rows.map((row) => (
        <BarRow key={row.label} row={row} axis={axis} figure={figure} words={words} />
      ))}
      <div class="outcome-change">
        <dt>{t('outcome_row_change')}</dt>
        <dd class="outcome-bar">
          <IntervalBar estimate={off} axis={axisOf([off])} label={write(ratioText(change))} />
        </dd>
        <dd class="outcome-figure">
          <b>{write(ratioText(change))}</b> <HowTip change={change} figure={figure} />
        </dd>
      </div>
    </dl>
  );
}

interface Row {
  readonly label: string;
  readonly estimate: Estimate;
  readonly isUsual?: boolean;
}

function BarRow({
  row: { label, estimate, isUsual = false },
  axis,
  figure,
  words,
}: {
  row: Row;
  axis: Axis;
  figure: (value: number) => string;
  words: I18n;
}): JSX.Element {
  const { value, low, high } = estimate;
  const said =
    low === undefined || high === undefined
      ? figure(value)
      : words.t('outcome_interval', {
          value: { kind: 'text', text: figure(value) },
          low: { kind: 'text', text: figure(low) },
          high: { kind: 'text', text: figure(high) },
        });
  return (
    <div class={isUsual ? 'outcome-usual' : ''}>
      <dt>{label}</dt>
      <dd class="outcome-bar">
        <IntervalBar estimate={estimate} axis={axis} label={`${label}: ${said}`} />
      </dd>
      <dd class="outcome-figure">{said}</dd>
    </div>
  );
}

/** Definition, formula and counts behind the figures, and how the verdict is reached. */
function HowTip({
  change,
  figure,
}: {
  change: Change;
  figure: (value: number) => string;
}): JSX.Element {
  const { t } = useI18n();
  const { metric: id, before, usual, after, lives } = change;
  const { name, definition, formula } = metric(id);
  return (
    <Tooltip label={t('outcome_how_label', { metric: { kind: 'message', message: name } })}>
      <p>{t(definition)}</p>
      {formula !== undefined && <p class="quiet">= {t(formula)}</p>}
      {before?.counts !== undefined && (
        <p class="quiet">{t('outcome_counts_before', countsIn(before))}</p>
      )}
      {after.counts !== undefined && (
        <p class="quiet">
          {t('outcome_counts_after', {
            ...countsIn(after),
            count: { kind: 'count', value: lives },
          })}
        </p>
      )}
      {lives > 1 && <p class="quiet">{t('outcome_several')}</p>}
      <p class="quiet">
        {t(usual.rests === 'own' ? 'outcome_usual_of' : 'outcome_usual_thin', {
          low: { kind: 'text', text: figure(usual.low) },
          high: { kind: 'text', text: figure(usual.high) },
          count: { kind: 'count', value: usual.lives },
        })}
      </p>
      <p class="quiet">{t('outcome_how')}</p>
    </Tooltip>
  );
}

function countsIn({ counts }: CountedFigure) {
  const number = (value: number) =>
    ({ kind: 'decimal', value, digits: Number.isInteger(value) ? 0 : 1 }) as const;
  return { k: number(counts?.k ?? 0), n: number(counts?.n ?? 0) };
}
