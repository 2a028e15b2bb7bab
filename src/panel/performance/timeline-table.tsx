import type { JSX } from 'preact';
import type { Session } from '../../metrics/session.ts';
import type { UnixSeconds } from '../../metrics/time.ts';
import { Disclosure } from '../design/disclosure.tsx';
import { useI18n } from '../design/i18n.ts';
import { TableScroll } from '../design/table-scroll.tsx';
import { formatAmount, orDash } from '../figures.ts';
import type { TimeOfDay } from './time-of-day.ts';
import type { TimelineData, TimelineRow } from './timeline-data.ts';

/** The figures of the chart as a table, folded away. */
export function TimelineTable({
  data,
  session,
  time,
}: {
  data: TimelineData;
  session: Session;
  time: TimeOfDay;
}): JSX.Element {
  const { t, locale } = useI18n();
  const style = { currency: session.currency, locale };
  return (
    <Disclosure summary={t('performance_timeline_table')} class="small">
      <p class="quiet">
        {t('performance_timeline_interval', {
          interval: { kind: 'duration', seconds: data.interval },
        })}
      </p>
      <TableScroll label={t('performance_timeline_title')}>
        <table class="table table-wraps" aria-label={t('performance_timeline_title')}>
          <thead>
            <tr>
              <th scope="col">{t('performance_timeline_time')}</th>
              <th scope="col">{t('performance_timeline_viewers')}</th>
              <th scope="col">{t('metric_gmv_name')}</th>
              <th scope="col">{t('metric_orders_name')}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map(({ at, part, viewers, gmv, orders }) => (
              <tr key={at}>
                <th scope="row">{started(at, part)}</th>
                <td>{viewers ?? '–'}</td>
                <td>{orDash(gmv, (value) => formatAmount(value, style))}</td>
                <td>{orders ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </Disclosure>
  );

  /** When an interval began, or the LIVE within it, and how much of it there is where that is a part. */
  function started(at: UnixSeconds, part: TimelineRow['part']): string {
    if (part === undefined) return time(at);
    const { startedAt } = session.room;
    const isBegun = startedAt === undefined || startedAt <= at;
    const from = { kind: 'text', text: time(isBegun ? at : startedAt) } as const;
    return part === 'unknown'
      ? t('performance_timeline_unfinished', { from })
      : t('performance_timeline_part', { from, length: { kind: 'duration', seconds: part } });
  }
}
