import type { JSX, TargetedMouseEvent } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Report } from '../../diagnosis/report.ts';
import { recordingState, replayOf } from '../../metrics/live/recording.ts';
import type { Session } from '../../metrics/session.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { seconds, type UnixSeconds, unixSeconds } from '../../metrics/time.ts';
import { formatDecimal, formatPercent } from '../../platform/format.ts';
import { useI18n } from '../design/i18n.ts';
import type { TimeOfDay } from '../performance/time-of-day.ts';
import { placeInTime, type TimelineData } from '../performance/timeline-data.ts';
import { ownReplay } from '../replay/request.ts';
import { useApp } from '../state/app.ts';
import { type MeasuredLane, type MeasuredOver, measuredCourse } from '../state/measured-course.ts';
import { laneShape } from './lane-shape.ts';
import { MeasuredBasis } from './measured-basis.tsx';
import './measured-lanes.css';
import { PictureStrip } from './picture-strip.tsx';

const names = {
  light: 'measured_light',
  loudness: 'recording_loudness',
  speech: 'recording_speech',
} as const satisfies Record<MeasuredOver, MessageKey>;

const WIDTH = 1000;
const HEIGHT = 20;

/**
 * Light, loudness and speech of the recording on the chart's own scale of time, and pictures of it. A click plays
 * it from there, while it is there.
 */
export function MeasuredLanes({
  report,
  data,
  session,
  time,
}: {
  report: Report;
  data: TimelineData;
  session: Session;
  time: TimeOfDay;
}): JSX.Element | null {
  const { t } = useI18n();
  const { recordings, replay, now } = useApp();
  const measured = recordings.value;
  const lanes = useMemo(
    () => (measured === undefined ? [] : measuredCourse(measured, session, report)),
    [measured, session, report],
  );
  const { startedAt } = session.room;
  if (measured === undefined || startedAt === undefined) return null;
  const isThere = recordingState(replayOf(session.room), now.value).state === 'playable';
  const play = (at: UnixSeconds): void => {
    replay.value = {
      ...ownReplay(session, t('panel_untitled')),
      from: seconds(Math.max(0, at - startedAt)),
    };
  };
  return (
    <>
      {lanes.map((lane) => (
        <LaneOver
          key={lane.of}
          lane={lane}
          data={data}
          time={time}
          onPlay={isThere ? play : undefined}
        />
      ))}
      <MeasuredBasis own={measured.own} session={session} />
      {isThere && (
        <PictureStrip
          key={session.room.id}
          session={session}
          measures={measured.own}
          data={data}
          time={time}
          onPlay={play}
        />
      )}
    </>
  );
}

function LaneOver({
  lane,
  data,
  time,
  onPlay,
}: {
  lane: MeasuredLane;
  data: TimelineData;
  time: TimeOfDay;
  onPlay: ((at: UnixSeconds) => void) | undefined;
}): JSX.Element {
  const { t, locale } = useI18n();
  const { of, samples, low, high, middle, stretches } = lane;
  const { from, to } = data;
  const path = useMemo(
    () => laneShape(samples, { from, to, low, high, width: WIDTH, height: HEIGHT }),
    [samples, from, to, low, high],
  );
  const text = (shown: string) => ({ kind: 'text', text: shown }) as const;
  const shown = (value: number): string =>
    of === 'speech' ? formatPercent(value, locale) : formatDecimal(value, 0, locale);
  const least = samples.reduce((a, b) => (b.value < a.value ? b : a));
  const found = stretches.map((one) =>
    t('measured_stretch', { from: text(time(one.from)), to: text(time(one.to)) }),
  );
  const words = [
    t('measured_lane', {
      what: { kind: 'message', message: names[of] },
      middle: text(shown(middle)),
      lowest: text(shown(least.value)),
      at: text(time(least.from)),
    }),
    ...(found.length === 0 ? [] : [t('measured_found', { stretches: text(found.join(', ')) })]),
  ].join(' ');
  const picture = (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <path d={path} />
      {stretches.map((one) => {
        const { left, width } = placeInTime(data, one.from, one.to);
        return (
          <rect
            key={one.from}
            x={left * WIDTH}
            y="17"
            width={Math.max(3, width * WIDTH)}
            height="3"
          />
        );
      })}
    </svg>
  );
  return (
    <div class="lane-row measured-lane" dir="ltr">
      <span class="lane-name" aria-hidden="true">
        {t(names[of])}
      </span>
      {onPlay === undefined ? (
        <div class="measured-over" role="img" aria-label={words} title={words}>
          {picture}
        </div>
      ) : (
        <button
          type="button"
          class="measured-over"
          aria-label={`${words} ${t('measured_play')}`}
          title={words}
          onClick={(event) => onPlay(pointedAt(event) ?? stretches[0]?.from ?? from)}
        >
          {picture}
        </button>
      )}
    </div>
  );

  /** Where in the LIVE one clicked; undefined where a key did. */
  function pointedAt(event: TargetedMouseEvent<HTMLButtonElement>): UnixSeconds | undefined {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    if (event.detail === 0 || width === 0) return undefined;
    return unixSeconds(from + ((event.clientX - left) / width) * (to - from));
  }
}
