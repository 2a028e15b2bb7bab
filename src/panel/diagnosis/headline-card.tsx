import type { JSX } from 'preact';
import type { Comparison, Report } from '../../diagnosis/report.ts';
import { metric as entry, type MetricId } from '../../metrics/catalogue.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { formatPercent } from '../../platform/format.ts';
import { Chip } from '../design/chip.tsx';
import { useI18n } from '../design/i18n.ts';
import { Strip } from '../design/strip.tsx';
import { Tooltip } from '../design/tooltip.tsx';
import { formatFigure } from '../figures.ts';
import { basisPhrases, basisPlurals } from './basis-names.ts';

const looks = {
  lower: { tone: 'low', shape: 'down' },
  higher: { tone: 'high', shape: 'up' },
  same: { tone: 'plain', shape: 'flat' },
} as const;

/** One of the two leading figures: value, difference to benchmark, place on the strip, rank where known. */
export function HeadlineCard({
  report,
  metric,
}: {
  report: Report;
  metric: MetricId;
}): JSX.Element {
  const { t, locale } = useI18n();
  const comparison = report.comparisons.find((known) => known.metric === metric);
  const figure = (value: number): string =>
    formatFigure(metric, value, { currency: report.currency, locale });
  const { name, definition } = entry(metric);
  const { yours, benchmark, usual, range, percentile } = comparison ?? {};
  return (
    <div class="card head">
      <h3>
        {t(name)}{' '}
        <Tooltip label={t('panel_what_is', { metric: { kind: 'message', message: name } })}>
          {t(definition)}
        </Tooltip>
      </h3>
      <p class="head-line">
        <span class="head-figure">{yours === undefined ? '–' : figure(yours)}</span>
        {comparison !== undefined && <Difference comparison={comparison} />}
      </p>
      <p class="head-against">{against()}</p>
      <Strip
        label={stripWords()}
        yours={yours}
        benchmark={benchmark?.value}
        usual={usual === undefined ? undefined : { low: usual.p25, high: usual.p75 }}
        range={range}
      />
      {percentile !== undefined && benchmark !== undefined && (
        <p class="head-rank">{rank(percentile, basisPlurals[benchmark.basis])}</p>
      )}
    </div>
  );

  function against(): string {
    if (yours === undefined) return t('panel_verdict_not_reported');
    if (benchmark === undefined) return t('panel_verdict_no_benchmark');
    return t(yours < benchmark.value ? 'panel_under_benchmark' : 'panel_over_benchmark', {
      value: { kind: 'text', text: figure(benchmark.value) },
      basis: { kind: 'message', message: basisPhrases[benchmark.basis] },
    });
  }

  /** Ends of the distribution in words: "above 0 %" reads like a mistake. */
  function rank(share: number, basis: MessageKey): string {
    const whole = Math.round(share * 100);
    const key =
      whole <= 0
        ? 'panel_percentile_lowest'
        : whole >= 100
          ? 'panel_percentile_highest'
          : 'panel_percentile';
    return t(key, {
      share: { kind: 'text', text: formatPercent(whole / 100, locale) },
      basis: { kind: 'message', message: basis },
    });
  }

  function stripWords(): string {
    const text = (value: string) => ({ kind: 'text', text: value }) as const;
    return [
      yours !== undefined && t('panel_strip_yours', { value: text(figure(yours)) }),
      usual !== undefined &&
        t('panel_strip_usual', { low: text(figure(usual.p25)), high: text(figure(usual.p75)) }),
      benchmark !== undefined &&
        t('panel_strip_benchmark', { value: text(figure(benchmark.value)) }),
    ]
      .filter((part) => part !== false)
      .join(', ');
  }
}

/** Inside the seller's own usual range, a difference under this share comes and goes by itself. */
const NOISE = 0.05;

function Difference({ comparison }: { comparison: Comparison }): JSX.Element | null {
  const { locale } = useI18n();
  const { yours, benchmark, usual, verdict } = comparison;
  if (yours === undefined || benchmark === undefined || benchmark.value === 0) return null;
  const share = Math.abs(yours / benchmark.value - 1);
  const isUsual = usual !== undefined && yours >= usual.p25 && yours <= usual.p75;
  const { tone, shape } = looks[typeof verdict === 'string' ? verdict : 'same'];
  return (
    <Chip tone={isUsual && share < NOISE ? 'plain' : tone} shape={shape}>
      {formatPercent(Math.round(share * 100) / 100, locale)}
    </Chip>
  );
}
