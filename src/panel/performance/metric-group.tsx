import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Comparison, Report } from '../../diagnosis/report.ts';
import { versusName } from '../../diagnosis/text/versus-name.ts';
import { versusOf } from '../../diagnosis/text/versus-of.ts';
import type { Session } from '../../metrics/session.ts';
import '../design/disclosure.css';
import { useI18n } from '../design/i18n.ts';
import { useOutOfSightDue } from '../design/out-of-sight.ts';
import { useRoving } from '../design/use-roving.ts';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import { useUnfolding } from '../state/reveal.ts';
import './metric-group.css';
import { MetricRow } from './metric-row.tsx';

/** The metrics of one group of the viewer's journey: those that stand out, the others a press away. */
export function MetricGroup({
  title,
  rows,
  report,
  session,
}: {
  title: string;
  rows: readonly Comparison[];
  report: Report;
  session: Session;
}): JSX.Element {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  const id = useId();
  const due = useOutOfSightDue();
  const marks = useRoving<HTMLDivElement>('.tip-button');
  const out = rows.filter((row) => row.standsOut === true);
  const others = rows.filter((row) => row.standsOut !== true);
  useUnfolding((wanted) => {
    if (wanted.kind === 'metric' && others.some(({ metric }) => metric === wanted.id)) setAll(true);
  });
  // A row that unfolds is made anew, and so comes into view where it is wanted.
  const drawn = (isFolded: boolean) => (row: Comparison) => (
    <MetricRow
      key={isFolded ? `${row.metric} folded` : row.metric}
      comparison={row}
      report={report}
      session={session}
      isFolded={isFolded}
    />
  );
  const count = { kind: 'count', value: others.length } as const;
  return (
    <div class="metric-group">
      <h3 id={`${id}-title`}>{title}</h3>
      <div class="metrics" ref={marks}>
        <table class="metric-table" aria-labelledby={`${id}-title`}>
          <thead>
            <tr>
              <th scope="col">
                <VisuallyHidden>{t('performance_column_metric')}</VisuallyHidden>
              </th>
              <th scope="col">{t('panel_mix_yours')}</th>
              <th scope="col">
                {t('performance_column_against', {
                  reference: versusName(versusOf(report.basis)),
                })}
              </th>
              <th scope="col">{t('performance_column_difference')}</th>
            </tr>
          </thead>
          <tbody>{out.map(drawn(false))}</tbody>
          {others.length > 0 && (
            <>
              <tbody class="metric-unfold">
                <tr>
                  <td colSpan={4}>
                    <button
                      type="button"
                      class="link unfolds"
                      aria-expanded={all}
                      aria-controls={`${id}-others`}
                      onClick={() => setAll(!all)}
                    >
                      {out.length === 0
                        ? t('performance_metrics_none', { count })
                        : t('performance_metrics_more', { count })}
                    </button>
                  </td>
                </tr>
              </tbody>
              <tbody id={`${id}-others`} class="metric-others" hidden={!all}>
                {(due || all) && others.map(drawn(!all))}
              </tbody>
            </>
          )}
        </table>
      </div>
    </div>
  );
}
