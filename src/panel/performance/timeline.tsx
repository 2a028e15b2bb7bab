import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Report } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { formatCount, zoneLabel } from '../../platform/format.ts';
import { ChangeList } from '../course/change-list.tsx';
import { Hosts } from '../course/hosts.tsx';
import { useI18n } from '../design/i18n.ts';
import { TableScroll } from '../design/table-scroll.tsx';
import { formatAmount } from '../figures.ts';
import { type TimeOfDay, timeOfDay } from './time-of-day.ts';
import { drawn, peakOf, type TimelineData, timelineData } from './timeline-data.ts';
import { Lanes } from './timeline-lanes.tsx';
import './timeline.css';

/** How the LIVE went: viewers, GMV and orders, with changes, pins and violations beneath, and the same as a table. */
export function TimelineChart({
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
          <TimelineCanvas data={data} session={session} time={time} />
          <Lanes data={data} session={session} changes={changes} time={time} />
          <Peaks data={data} session={session} time={time} />
          <ChangeList changes={changes} session={session} time={time} />
          <Hosts key={session.room.id} session={session} time={time} />
          <TimelineTable data={data} session={session} time={time} />
        </>
      )}
    </figure>
  );
}

interface Course {
  readonly data: TimelineData;
  readonly session: Session;
  readonly time: TimeOfDay;
}

function TimelineCanvas({ data, session, time }: Course): JSX.Element {
  const words = useI18n();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    let erase = (): void => undefined;
    const draw = async (): Promise<void> => {
      const { drawTimeline } = await import('./timeline-canvas.ts');
      if (gone || canvas.current === null) return;
      erase();
      erase = drawTimeline(canvas.current, data, {
        names: {
          viewers: words.t('performance_timeline_viewers'),
          gmv: words.t('metric_gmv_name'),
          orders: words.t('metric_orders_name'),
        },
        viewersAxis: words.t('performance_timeline_axis'),
        time: (at) => time(unixSeconds(at)),
        money: (amount) =>
          formatAmount(amount, { currency: session.currency, locale: words.locale }),
        count: (value) =>
          words.write({ key: 'performance_number', values: { value: { kind: 'count', value } } }),
      });
    };
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const redraw = (): void => void draw();
    redraw();
    scheme.addEventListener('change', redraw);
    return () => {
      gone = true;
      scheme.removeEventListener('change', redraw);
      erase();
    };
  }, [data, session.currency, time, words]);
  const label = words.t('performance_timeline_summary', {
    interval: { kind: 'duration', seconds: session.timeline?.interval ?? 0 },
  });
  return (
    <div class="timeline-canvas">
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}

const names = {
  gmv: 'metric_gmv_name',
  viewers: 'performance_timeline_viewers',
  orders: 'metric_orders_name',
} as const;

/** When each figure stood highest, in words. */
function Peaks({ data, session, time }: Course): JSX.Element {
  const { t, locale } = useI18n();
  const style = { currency: session.currency, locale };
  const told = drawn.flatMap((of) => {
    const peak = peakOf(data, of);
    if (peak === undefined) return [];
    const value =
      of === 'gmv' ? formatAmount(peak.value, style) : formatCount(peak.value, style.locale);
    return [
      t('performance_timeline_peak', {
        what: { kind: 'message', message: names[of] },
        value: { kind: 'text', text: value },
        at: { kind: 'text', text: time(peak.at) },
      }),
    ];
  });
  return <p class="quiet small">{told.join(' ')}</p>;
}

function TimelineTable({ data, session, time }: Course): JSX.Element {
  const { t, locale } = useI18n();
  const style = { currency: session.currency, locale };
  return (
    <details class="small">
      <summary>{t('performance_timeline_table')}</summary>
      <TableScroll label={t('performance_timeline_title')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('performance_timeline_time')}</th>
              <th scope="col">{t('performance_timeline_viewers')}</th>
              <th scope="col">{t('metric_gmv_name')}</th>
              <th scope="col">{t('metric_orders_name')}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map(({ at, viewers, gmv, orders }) => (
              <tr key={at}>
                <th scope="row">{time(at)}</th>
                <td>{viewers ?? '–'}</td>
                <td>{gmv === undefined ? '–' : formatAmount(gmv, style)}</td>
                <td>{orders ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </details>
  );
}
