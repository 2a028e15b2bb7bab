import type { JSX } from 'preact';
import type { Comparison, Report } from '../../diagnosis/report.ts';
import { versusName } from '../../diagnosis/text/versus-name.ts';
import { versusOf } from '../../diagnosis/text/versus-of.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { Session } from '../../metrics/session.ts';
import { type I18n, useI18n } from '../design/i18n.ts';
import { Strip } from '../design/strip.tsx';
import { Tooltip } from '../design/tooltip.tsx';
import { VerdictChip } from '../design/verdict-chip.tsx';
import { type FigureStyle, formatFigure } from '../figures.ts';
import { useRevealed } from '../state/reveal.ts';
import { Provenance } from './provenance.tsx';

/** One metric: its figure, *Lower* or not, where it stands, and what it means under the question mark. */
export function MetricRow({
  comparison,
  report,
  session,
}: {
  comparison: Comparison;
  report: Report;
  session: Session;
}): JSX.Element {
  const words = useI18n();
  const row = useRevealed<HTMLLIElement>({ kind: 'metric', id: comparison.metric });
  const { metric: id, yours, benchmark, usual, range, verdict, side } = comparison;
  const { name, better } = metric(id);
  const style = { currency: report.currency, locale: words.locale };
  const title = words.t(name);
  return (
    <li ref={row} class="metric" data-metric={id} tabIndex={-1}>
      <span class="metric-name">
        {title}
        <Tooltip label={words.t('performance_what_is', { metric: { kind: 'text', text: title } })}>
          <Provenance comparison={comparison} session={session} style={style} />
        </Tooltip>
      </span>
      <span class={yours === undefined ? 'metric-value quiet' : 'metric-value'}>
        {yours === undefined ? words.t('performance_no_figure') : formatFigure(id, yours, style)}
      </span>
      <span class="metric-verdict">
        {(yours !== undefined || typeof verdict === 'string') && (
          <VerdictChip verdict={verdict} better={better} isUsual={side === 'usual'} />
        )}
      </span>
      {yours !== undefined && (benchmark !== undefined || usual !== undefined) && (
        <Strip
          yours={yours}
          benchmark={benchmark?.value}
          usual={usual === undefined ? undefined : { low: usual.p25, high: usual.p75 }}
          range={range}
          label={standing(comparison, style, words)}
        />
      )}
      {yours !== undefined && benchmark !== undefined && benchmark.value > 0 && (
        <small class="metric-against">
          {words.t('performance_against', {
            reference: versusName(versusOf(benchmark.basis)),
            value: { kind: 'text', text: formatFigure(id, benchmark.value, style) },
            points: { kind: 'points', value: yours / benchmark.value - 1 },
          })}
        </small>
      )}
    </li>
  );
}

/** What the strip shows, in words. */
function standing(
  { metric: id, yours, benchmark, usual }: Comparison,
  style: FigureStyle,
  words: I18n,
): string {
  const text = (value: number) => ({ kind: 'text', text: formatFigure(id, value, style) }) as const;
  return [
    yours !== undefined && words.t('performance_strip_yours', { yours: text(yours) }),
    usual !== undefined &&
      words.t('performance_strip_usual', { low: text(usual.p25), high: text(usual.p75) }),
    benchmark !== undefined &&
      words.t('performance_strip_benchmark', { benchmark: text(benchmark.value) }),
  ]
    .filter((part) => part !== false)
    .join('. ');
}
