import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { RecordingMeasures } from '../../metrics/recording/measures.ts';
import type { Session } from '../../metrics/session.ts';
import { type UnixSeconds, unixSeconds } from '../../metrics/time.ts';
import { formatSize } from '../../platform/format.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import type { TimeOfDay } from '../performance/time-of-day.ts';
import type { TimelineData } from '../performance/timeline-data.ts';
import { DrawnPicture } from './drawn-picture.tsx';
import './picture-strip.css';
import { usePictures } from './use-pictures.ts';

/** As many as stay wide enough to tell something beside the chart of a phone. */
const PICTURES = 8;
/** About what is read for one. */
const BYTES_EACH = 256 * 1024;

/** Pictures of the recording under the chart, drawn from it once they are asked for. Each plays the recording from there. */
export function PictureStrip({
  session,
  measures,
  data,
  time,
  onPlay,
}: {
  session: Session;
  measures: RecordingMeasures;
  data: TimelineData;
  time: TimeOfDay;
  onPlay: (at: UnixSeconds) => void;
}): JSX.Element | null {
  const { t, locale } = useI18n();
  const isAsked = useSignal(false);
  const { startedAt = data.from } = session.room;
  const places = useMemo(() => {
    const step = (data.to - data.from) / PICTURES;
    const last = startedAt + measures.length - 1;
    return Array.from({ length: PICTURES }, (_, place) => data.from + (place + 0.5) * step)
      .filter((at) => at <= last)
      .map((at) => unixSeconds(Math.max(startedAt, Math.round(at))));
  }, [data, measures, startedAt]);
  const seconds = useMemo(
    () => (isAsked.value ? places.map((at) => at - startedAt) : []),
    [isAsked.value, places, startedAt],
  );
  const view = usePictures(session, measures, seconds).value;
  if (places.length === 0) return null;
  if (!isAsked.value) {
    return (
      <div class="strip-ask">
        <Button
          look="link"
          onClick={() => {
            isAsked.value = true;
          }}
        >
          {t('measured_pictures')}
        </Button>
        <span class="quiet small">
          {t('measured_pictures_size', {
            size: { kind: 'text', text: formatSize(places.length * BYTES_EACH, locale) },
          })}
        </span>
      </div>
    );
  }
  const isLost = view.isDone && view.pictures.size === 0;
  return (
    <div class="lane-row picture-strip" dir="ltr">
      <ul aria-label={t('measured_pictures_name')}>
        {places.map((at) => (
          <li key={at}>
            <button
              type="button"
              aria-label={t('measured_play_from', { at: { kind: 'text', text: time(at) } })}
              title={time(at)}
              onClick={() => onPlay(at)}
            >
              <DrawnPicture picture={view.pictures.get(at - startedAt)} />
            </button>
          </li>
        ))}
      </ul>
      <p class="quiet small" role="status">
        {isLost ? t('measured_pictures_lost') : view.isDone ? '' : t('measured_pictures_coming')}
      </p>
    </div>
  );
}
