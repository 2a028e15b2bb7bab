import type { JSX } from 'preact';
import type { Comparison, Report } from '../../diagnosis/report.ts';
import { versusName } from '../../diagnosis/text/versus-name.ts';
import { versusOf } from '../../diagnosis/text/versus-of.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { Session } from '../../metrics/session.ts';
import { formatPoints } from '../../platform/format.ts';
import { type I18n, useI18n } from '../design/i18n.ts';
import { Strip } from '../design/strip.tsx';
import { Tooltip } from '../design/tooltip.tsx';
import { VerdictChip } from '../design/verdict-chip.tsx';
import { type FigureStyle, formatFigure } from '../figures.ts';
import { useRevealed } from '../state/reveal.ts';
import { Provenance } from './provenance.tsx';

/** One metric: its figure, what it is compared with, *Lower* or not, and what it means under the question mark. */
export function MetricRow({
  comparison,
  report,
  session,
  isFolded = false,
}: {
  comparison: Comparison;
  report: Report;
  session: Session;
  /** Whether it is folded away, where nothing can be brought into view. */
  isFolded?: boolean;
}): JSX.Element {
  const words = useI18n();
  const row = useRevealed<HTMLTableRowElement>({ kind: 'metric', id: comparison.metric });
  const { metric: id, yours, benchmark, usual, range, difference, verdict } = comparison;
  const { name, better } = metric(id);
  const style = { currency: report.currency, locale: words.locale };
  const title = words.t(name);
  const isKnown = yours !== undefined;
  return (
    <tr ref={isFolded ? undefined : row} class="metric" data-metric={id} tabIndex={-1}>
      <th scope="row">
        <span class="metric-name">
          {title}
          <Tooltip
            label={words.t('performance_what_is', { metric: { kind: 'text', text: title } })}
          >
            <Provenance comparison={comparison} session={session} style={style} />
          </Tooltip>
        </span>
        {isKnown && (benchmark !== undefined || usual !== undefined) && (
          <Strip
            yours={yours}
            benchmark={benchmark?.value}
            usual={usual === undefined ? undefined : { low: usual.p25, high: usual.p75 }}
            range={range}
            label={standing(comparison, style, words)}
          />
        )}
      </th>
      <td class={isKnown ? 'metric-value' : 'metric-value quiet'}>
        {isKnown ? formatFigure(id, yours, style) : words.t('performance_no_figure')}
      </td>
      <td class="metric-against">
        {benchmark !== undefined && (
          <>
            {formatFigure(id, benchmark.value, style)}
            {benchmark.basis !== report.basis && (
              <small>
                {words.t('performance_column_against', {
                  reference: versusName(versusOf(benchmark.basis)),
                })}
              </small>
            )}
          </>
        )}
      </td>
      <td class="metric-difference">
        {difference !== undefined && (
          <span class="metric-points">{formatPoints(difference, words.locale)}</span>
        )}
        <span class="metric-verdict">
          {(isKnown || typeof verdict === 'string') && (
            <VerdictChip
              verdict={verdict}
              better={better}
              isUsual={comparison.standsOut !== true}
            />
          )}
        </span>
      </td>
    </tr>
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
