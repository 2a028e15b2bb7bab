import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { bestStretch } from '../../diagnosis/best-stretch.ts';
import type { Report, Stretch } from '../../diagnosis/report.ts';
import { type MetricId, metric } from '../../metrics/catalogue.ts';
import { numberOf } from '../../metrics/figure.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import type { Session } from '../../metrics/session.ts';
import { toMs } from '../../metrics/time.ts';
import { PlayMark } from '../design/icon.tsx';
import { useWords } from '../design/words.ts';
import { formatFigure } from '../figures.ts';
import { ownReplay } from '../replay/request.ts';
import { replayState } from '../room-state.ts';
import { useApp } from '../state/app.ts';
import type { KeyFactor } from './cases.ts';

/** One benchmark LIVE: its cover with the cut to play, its figures, and the factor against yours. */
export function BenchmarkCard({
  record,
  factor,
  session,
  report,
}: {
  record: RoomRecord;
  factor: KeyFactor;
  session: Session;
  report: Report;
}): JSX.Element {
  const { say, write, locale } = useWords();
  const app = useApp();
  const { room, figures } = record;
  const title = room.title ?? record.id;
  const cut = useCut(record, factor.metric);
  const replay = replayState(room, app.now.value);
  const show = (id: MetricId): string => {
    const value = numberOf(figures, id);
    return value === undefined
      ? '–'
      : formatFigure(id, value, { currency: report.currency, locale });
  };
  const yours = numberOf(session.figures, factor.metric);
  return (
    <li class="benchmark">
      <div class="benchmark-cover">
        {room.coverUrl !== undefined && <img src={room.coverUrl} alt="" loading="lazy" />}
        {replay.state === 'playable' && (
          <button
            type="button"
            class="benchmark-play"
            aria-label={say('benchmarks_play', { title: { kind: 'text', text: title } })}
            onClick={() => {
              app.replay.value = ownReplay(record, title, cut);
            }}
          >
            <PlayMark />
          </button>
        )}
        {replay.state !== 'absent' && (
          <span class="benchmark-tag">
            {replay.state === 'playable'
              ? say('benchmarks_days_left', { count: { kind: 'count', value: replay.daysLeft } })
              : say('benchmarks_expired')}
          </span>
        )}
      </div>
      <div class="benchmark-body">
        <button type="button" class="link benchmark-title" onClick={() => void app.open(record.id)}>
          {title}
        </button>
        {room.startedAt !== undefined && (
          <span class="quiet">
            {write({
              key: 'performance_number',
              values: {
                value: {
                  kind: 'instant',
                  at: toMs(room.startedAt),
                  zone: room.zone,
                  style: 'date',
                },
              },
            })}
          </span>
        )}
        <dl>
          <dt class="quiet">{say('metric_gmvPerHour_name')}</dt>
          <dd>{show('gmvPerHour')}</dd>
          <dt class="quiet">{say('benchmarks_impressions_short')}</dt>
          <dd>{show('impressionsPerHour')}</dd>
        </dl>
        {factor.metric !== 'gmvPerHour' && factor.metric !== 'impressionsPerHour' && (
          <p>
            <b>
              {say(metric(factor.metric).name)} {show(factor.metric)}
            </b>
            {yours !== undefined && (
              <span class="quiet">
                {' '}
                {say('benchmarks_against', {
                  yours: {
                    kind: 'text',
                    text: formatFigure(factor.metric, yours, { currency: report.currency, locale }),
                  },
                })}
              </span>
            )}
          </p>
        )}
        {cut !== undefined && replay.state === 'playable' && room.startedAt !== undefined && (
          <p class="quiet">
            {say('benchmarks_cut', {
              from: { kind: 'duration', seconds: cut.from - room.startedAt },
              length: { kind: 'duration', seconds: cut.to - cut.from },
            })}
          </p>
        )}
      </div>
    </li>
  );
}

/** The cut in which the factor stood highest, from the LIVE's course in the archive; undefined while unknown. */
function useCut(record: RoomRecord, metricId: MetricId): Stretch | undefined {
  const app = useApp();
  const [cut, setCut] = useState<Stretch>();
  const sample = app.settings.settings.value.sample;
  useEffect(() => {
    let gone = false;
    const find = async (): Promise<void> => {
      const archive = await app.ports.archive(sample ? 'sample' : 'shop');
      const session = archive.ok ? await archive.value.session(record.id) : undefined;
      if (gone) return;
      setCut(
        session === undefined
          ? undefined
          : (bestStretch(session, metricId) ?? bestStretch(session, 'gmvPerHour')),
      );
    };
    void find();
    return () => {
      gone = true;
    };
  }, [app, sample, record.id, metricId]);
  return cut;
}
