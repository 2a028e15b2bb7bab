import type { JSX } from 'preact';
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { numberOf } from '../../metrics/figure.ts';
import type { Session, TrafficSource } from '../../metrics/session.ts';
import { sourceName } from '../../metrics/source-names.ts';
import { formatCount, formatMoney, formatRate } from '../../platform/format.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { TableScroll } from '../design/table-scroll.tsx';
import { orDash } from '../figures.ts';

type Row = Omit<TrafficSource, 'details'>;

/** Where viewers came from, most views first, each with its own tap-through, CTR and CTOR; its parts on demand. */
export function SourcesTable({ session }: { session: Session }): JSX.Element {
  const { t } = useI18n();
  const [parts, setParts] = useState(false);
  const sources = [...(session.sources ?? [])].sort((a, b) => (b.views ?? -1) - (a.views ?? -1));
  return (
    <div class="card">
      <h3>{t('performance_sources_title')}</h3>
      {sources.length === 0 ? (
        <p class="quiet">{t('performance_sources_none')}</p>
      ) : (
        <TableScroll label={t('performance_sources_title')}>
          <table
            class="table table-lines"
            aria-label={t('performance_sources_title')}
            style={{ '--figures': 6, '--fewest': 4 }}
          >
            <thead>
              <tr>
                <th scope="col">{t('performance_column_source')}</th>
                <th scope="col" class="table-spare">
                  {t('metric_impressions_name')}
                </th>
                <th scope="col">{t('metric_views_name')}</th>
                <th scope="col">{t('metric_tapThroughRate_name')}</th>
                <th scope="col" class="table-spare">
                  {t('metric_productCtr_name')}
                </th>
                <th scope="col">{t('metric_ctor_name')}</th>
                <th scope="col">{t('metric_gmv_name')}</th>
              </tr>
            </thead>
            <tbody>
              {sources.map((source) => (
                <Fragment key={source.name}>
                  <SourceRow row={source} />
                  {(parts ? (source.details ?? []) : []).map((detail) => (
                    <SourceRow key={detail.name} row={detail} detail />
                  ))}
                </Fragment>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {sources.some(({ details = [] }) => details.length > 0) && (
        <Button look="link" aria-expanded={parts} onClick={() => setParts(!parts)}>
          {t(parts ? 'performance_products_less' : 'performance_sources_parts')}
        </Button>
      )}
      <Unattributed session={session} sources={sources} />
    </div>
  );
}

function SourceRow({ row, detail = false }: { row: Row; detail?: boolean }): JSX.Element {
  const { t, locale } = useI18n();
  const name = sourceName(row.name);
  const count = (value: number | undefined): string =>
    orDash(value, (known) => formatCount(known, locale));
  const rate = (value: number | undefined): string =>
    orDash(value, (known) => formatRate(known, locale));
  return (
    <tr class={detail ? 'row-detail' : undefined}>
      <th scope="row" class="table-name">
        <span>{name === undefined ? row.name : t(name)}</span>
      </th>
      <td class="table-spare">{count(row.impressions)}</td>
      <td>{count(row.views)}</td>
      <td>{rate(row.tapThroughRate)}</td>
      <td class="table-spare">{rate(row.productCtr)}</td>
      <td>{rate(row.ctor)}</td>
      <td>{orDash(row.gmv, (value) => formatMoney(value, locale, 'figure'))}</td>
    </tr>
  );
}

/** Says what the sources leave over: answers of one page load rest on slightly different snapshots. */
function Unattributed({
  session,
  sources,
}: {
  session: Session;
  sources: readonly TrafficSource[];
}): JSX.Element | null {
  const { t } = useI18n();
  if (sources.length === 0) return null;
  const total = numberOf(session.figures, 'views');
  const known = sources.every(({ views }) => views !== undefined);
  const parts = sources.reduce((sum, { views }) => sum + (views ?? 0), 0);
  return (
    <p class="quiet small">
      {known &&
        total !== undefined &&
        total > parts &&
        `${t('performance_sources_rest', {
          parts: { kind: 'count', value: parts },
          total: { kind: 'count', value: total },
          rest: { kind: 'count', value: total - parts },
        })} `}
      {t('performance_sources_note')}
    </p>
  );
}
