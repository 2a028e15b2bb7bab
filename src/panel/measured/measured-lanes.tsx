import type { JSX, TargetedMouseEvent } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Report } from '../../diagnosis/report.ts';
import type { Span } from '../../metrics/live/length.ts';
import { recordingState, replayOf } from '../../metrics/live/recording.ts';
import type { Session } from '../../metrics/session.ts';
import { seconds, type UnixSeconds, unixSeconds } from '../../metrics/time.ts';
import { useI18n } from '../design/i18n.ts';
import type { TimeOfDay } from '../performance/time-of-day.ts';
import { placeInTime, type TimelineData } from '../performance/timeline-data.ts';
import { ownReplay } from '../replay/request.ts';
import { useApp } from '../state/app.ts';
import { type MeasuredLane, measuredCourse } from '../state/measured-course.ts';
import { laneShape } from './lane-shape.ts';
import { laneNames, laneWords } from './lane-words.ts';
import { MeasuredBasis } from './measured-basis.tsx';
import './measured-lanes.css';
import { PictureStrip } from './picture-strip.tsx';

const WIDTH = 1000;
const HEIGHT = 20;
/** How high what is marked at the foot of a lane is, and how wide at least. */
const FOOT = 3;
const LEAST_WIDTH = 3;

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
      <LaneMarks lanes={lanes} />
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

/** What the marks in lanes mean, where there are any. */
function LaneMarks({ lanes }: { lanes: readonly MeasuredLane[] }): JSX.Element | null {
  const { t } = useI18n();
  const marks = [
    ...(lanes.some(({ stretches }) => stretches.length > 0) ? [t('measured_mark_orange')] : []),
    ...(lanes.some(({ gaps }) => gaps.length > 0) ? [t('measured_mark_gap')] : []),
    ...(lanes.some(({ silences }) => silences.length > 0) ? [t('measured_mark_silent')] : []),
  ];
  return marks.length === 0 ? null : <p class="quiet small">{marks.join(' ')}</p>;
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
  const i18n = useI18n();
  const { t } = i18n;
  const { of, runs, low, high, stretches, silences, gaps } = lane;
  const { from, to } = data;
  const path = useMemo(
    () => laneShape(runs, { from, to, low, high, width: WIDTH, height: HEIGHT }),
    [runs, from, to, low, high],
  );
  const words = laneWords(lane, time, i18n);
  /** Spans as boxes of a height that stand on the foot of the lane. */
  const boxes = (spans: readonly Span[], kind: string, height: number): JSX.Element[] =>
    spans.map((one) => {
      const { left, width } = placeInTime(data, one.from, one.to);
      return (
        <rect
          key={`${kind} ${one.from}`}
          class={kind}
          x={left * WIDTH}
          y={HEIGHT - height}
          width={Math.max(LEAST_WIDTH, width * WIDTH)}
          height={height}
        />
      );
    });
  const picture = (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {boxes(gaps, 'unmeasured', HEIGHT)}
      <path d={path} />
      {boxes(silences, 'silent', FOOT)}
      {boxes(stretches, 'found', FOOT)}
    </svg>
  );
  return (
    <div class="lane-row measured-lane" dir="ltr">
      <span class="lane-name" aria-hidden="true">
        {t(laneNames[of])}
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
