import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Report } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import { zoneLabel } from '../../platform/format.ts';
import { ChangeList } from '../course/change-list.tsx';
import { Hosts } from '../course/hosts.tsx';
import { useI18n } from '../design/i18n.ts';
import { timeOfDay } from './time-of-day.ts';
import './timeline.css';
import { TimelineChart } from './timeline-chart.tsx';
import { timelineData } from './timeline-data.ts';
import { TimelineTable } from './timeline-table.tsx';

/** How the LIVE went: GMV, viewers and orders, with changes, pins and violations beneath, and the same as a table. */
export function TimelineCard({
  report,
  session,
}: {
  report: Report;
  session: Session;
}): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const data = useMemo(() => timelineData(session), [session]);
  const found = report.timeline.changes;
  const changes = found.state === 'told' ? found.value : [];
  const time = useMemo(() => timeOfDay(session, words), [session, words]);
  return (
    <figure class="card timeline">
      <figcaption class="row row-apart">
        <h3>{t('performance_timeline_title')}</h3>
        {session.room.zone !== undefined && (
          <span class="quiet small">{zoneLabel(session.room.zone)}</span>
        )}
      </figcaption>
      {data === undefined ? (
        <p class="quiet">{t('performance_timeline_none')}</p>
      ) : (
        <>
          <TimelineChart report={report} data={data} session={session} time={time} />
          <ChangeList changes={changes} session={session} time={time} />
          <Hosts key={session.room.id} session={session} time={time} />
          <TimelineTable data={data} session={session} time={time} />
        </>
      )}
    </figure>
  );
}
