import type { JSX } from 'preact';
import type { Report } from '../../diagnosis/report.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { Session } from '../../metrics/session.ts';
import { Disclosure } from '../design/disclosure.tsx';
import { useI18n } from '../design/i18n.ts';
import { Tooltip } from '../design/tooltip.tsx';
import { formatFigure } from '../figures.ts';
import { Provenance } from './provenance.tsx';

/** The LIVE's plain totals; they grow with its length, so they carry no verdict. */
export function Totals({
  report,
  session,
}: {
  report: Report;
  session: Session;
}): JSX.Element | null {
  const { t, locale } = useI18n();
  const style = { currency: report.currency, locale };
  const rows = report.comparisons.filter(
    ({ metric: id, yours }) => !metric(id).comparable && yours !== undefined,
  );
  if (rows.length === 0) return null;
  return (
    <Disclosure
      summary={t('performance_totals', { count: { kind: 'count', value: rows.length } })}
      class="totals"
    >
      <dl>
        {rows.map((comparison) => {
          const name = t(metric(comparison.metric).name);
          return (
            <div key={comparison.metric} data-metric={comparison.metric}>
              <dt>
                {name}
                <Tooltip label={t('performance_what_is', { metric: { kind: 'text', text: name } })}>
                  <Provenance comparison={comparison} session={session} style={style} />
                </Tooltip>
              </dt>
              <dd>
                {comparison.yours !== undefined &&
                  formatFigure(comparison.metric, comparison.yours, { ...style, detail: 'full' })}
              </dd>
            </div>
          );
        })}
      </dl>
    </Disclosure>
  );
}
