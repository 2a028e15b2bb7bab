import type { JSX } from 'preact';
import { clockDoubtOf } from '../../metrics/live/recording-clock.ts';
import { seconds } from '../../metrics/time.ts';
import { useI18n } from '../design/i18n.ts';
import type { ReplayRequest } from '../state/replay.ts';
import { playerClock } from './clock.ts';
import './clock-line.css';
import type { VideoDeck } from './video-deck.ts';

/** From which minute on moments of the LIVE may lie elsewhere in its recording, and by how much. */
export function ClockLine({
  asked: { live },
  deck,
  name,
}: {
  asked: ReplayRequest;
  deck: VideoDeck;
  /** Which recording it is about, where there are two. */
  name?: string;
}): JSX.Element | null {
  const { t } = useI18n();
  const course = deck.course.value;
  if (course === undefined) return null;
  const lasted = live === undefined ? undefined : seconds(live.endedAt - live.startedAt);
  const doubt = clockDoubtOf(lasted, course);
  if (doubt === undefined) return null;
  const text = (value: number) => ({ kind: 'text', text: playerClock(value) }) as const;
  return (
    <p class="replay-clock" role="status">
      {name !== undefined && <b>{name}: </b>}
      {doubt.from === undefined
        ? t('replay_clock', { by: text(doubt.by) })
        : t('replay_clock_from', { from: text(doubt.from), by: text(doubt.by) })}
    </p>
  );
}
