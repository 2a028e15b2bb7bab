import type { JSX } from 'preact';
import type { Gap, Report } from '../../diagnosis/report.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { useI18n } from '../design/i18n.ts';
import { formatAmount, formatFigure, signedAmount } from '../figures.ts';
import { WaterfallBar } from './waterfall-bar.tsx';

type Split = Extract<Gap, { state: 'split' }>;

/** From your GMV/h to the benchmark's, step by step: each bar starts where the one before ended. */
export function GapChart({ report }: { report: Report }): JSX.Element {
  const { t } = useI18n();
  const { gap } = report;
  return (
    <figure class="card gap">
      <figcaption>
        <h3>{t('performance_gap_title')}</h3>
      </figcaption>
      {gap.state === 'missing' ? (
        <MissingGap gap={gap} />
      ) : (
        <>
          <Waterfall gap={gap} report={report} />
          <p class="quiet small">{t('performance_gap_note')}</p>
        </>
      )}
    </figure>
  );
}

function Waterfall({ gap, report }: { gap: Split; report: Report }): JSX.Element {
  const { t, locale } = useI18n();
  const style = { currency: report.currency, locale };
  let level = gap.yours;
  const bars = gap.steps.map((step) => {
    const from = level;
    level += step.contribution;
    return { ...step, from, to: level };
  });
  const highest = Math.max(gap.yours, gap.benchmark, ...bars.map(({ to }) => to), 1e-9);
  const lowest = Math.min(0, ...bars.map(({ to }) => to), gap.yours);
  const at = (value: number): string =>
    `${(((value - lowest) / (highest - lowest)) * 100).toFixed(2)}%`;
  return (
    <ol class="waterfall">
      <WaterfallBar
        label={t('performance_gap_yours')}
        from={at(0)}
        to={at(gap.yours)}
        look="end"
        figure={formatAmount(gap.yours, style)}
      />
      {bars.map(({ id, metric: shown, from, to, contribution, yours, benchmark }) => (
        <WaterfallBar
          key={id}
          label={t(metric(shown).name)}
          detail={`${formatFigure(id, yours, style)} → ${formatFigure(id, benchmark.value, style)}`}
          from={at(Math.min(from, to))}
          to={at(Math.max(from, to))}
          look={contribution > 0 ? 'low' : 'high'}
          figure={signedAmount(contribution, style)}
        />
      ))}
      <WaterfallBar
        label={t('performance_gap_benchmark')}
        from={at(0)}
        to={at(gap.benchmark)}
        look="end"
        figure={formatAmount(gap.benchmark, style)}
      />
    </ol>
  );
}

/** Which figures a split would need. */
function MissingGap({ gap }: { gap: Extract<Gap, { state: 'missing' }> }): JSX.Element {
  const { t } = useI18n();
  const list = (ids: readonly Parameters<typeof metric>[0][]): string =>
    ids.map((id) => t(metric(id).name)).join(', ');
  const line = (key: MessageKey, ids: Parameters<typeof list>[0]): JSX.Element | false =>
    ids.length > 0 && <p>{t(key, { metrics: { kind: 'text', text: list(ids) } })}</p>;
  return (
    <div class="quiet">
      <p>{t('performance_gap_missing')}</p>
      {line('performance_gap_missing_yours', gap.yours)}
      {line('performance_gap_missing_benchmark', gap.benchmark)}
    </div>
  );
}
