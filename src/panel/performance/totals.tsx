import type { JSX } from 'preact';
import type { Report } from '../../diagnosis/report.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { Session } from '../../metrics/session.ts';
import { Tooltip } from '../design/tooltip.tsx';
import { useWords } from '../design/words.ts';
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
  const { say, locale } = useWords();
  const style = { currency: report.currency, locale };
  const rows = report.comparisons.filter(
    ({ metric: id, yours }) => !metric(id).comparable && yours !== undefined,
  );
  if (rows.length === 0) return null;
  return (
    <details class="totals">
      <summary>
        {say('performance_totals', { count: { kind: 'count', value: rows.length } })}
      </summary>
      <dl>
        {rows.map((comparison) => {
          const name = say(metric(comparison.metric).name);
          return (
            <div key={comparison.metric} data-metric={comparison.metric}>
              <dt>
                {name}
                <Tooltip
                  label={say('performance_what_is', { metric: { kind: 'text', text: name } })}
                >
                  <Provenance comparison={comparison} session={session} style={style} />
                </Tooltip>
              </dt>
              <dd>
                {comparison.yours !== undefined &&
                  formatFigure(comparison.metric, comparison.yours, { ...style, compact: false })}
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
