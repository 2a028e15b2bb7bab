import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Report } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import type { UnixSeconds } from '../../metrics/time.ts';
import { formatCount } from '../../platform/format.ts';
import { type I18n, useI18n } from '../design/i18n.ts';
import { Loaded } from '../design/loaded.tsx';
import { useDrawing } from '../design/use-drawing.ts';
import { formatAmount } from '../figures.ts';
import { clockOffset, type TimeOfDay } from './time-of-day.ts';
import {
  type Drawn,
  drawnNames,
  endsOf,
  judgedPins,
  type TimelineData,
  undrawn,
} from './timeline-data.ts';
import { Lanes } from './timeline-lanes.tsx';
import { ReadOut } from './timeline-read-out.tsx';

const noteAtPoint = () =>
  import('../notes/timeline-notes.tsx').then(({ NoteAtPoint }) => NoteAtPoint);

/** The charts over the LIVE with the lanes beneath, and a line above that reads out where one points. */
export function TimelineChart({
  report,
  data,
  session,
  time,
}: {
  report: Report;
  data: TimelineData;
  session: Session;
  time: TimeOfDay;
}): JSX.Element {
  const words = useI18n();
  const [place, setPlace] = useState<number | undefined>(undefined);
  /** What one pointed at last; it stays on the way to the button that asks for it. */
  const pointed = useSignal<UnixSeconds | undefined>(undefined);
  const show = useMemo(() => shownIn(session, words), [session, words]);
  const rest = undrawn(data)?.part;
  const { changes, pins: cards } = report.timeline;
  const pins = useMemo(
    () => judgedPins(session.pins ?? [], cards.state === 'told' ? cards.value.pins : []),
    [session, cards],
  );
  const canvas = useDrawing(async () => {
    const { drawTimeline } = await import('./timeline-canvas.ts');
    return (on) =>
      drawTimeline(on, data, {
        names: {
          gmv: words.t(drawnNames.gmv),
          viewers: words.t(drawnNames.viewers),
          orders: words.t(drawnNames.orders),
        },
        show,
        time,
        offset: clockOffset(session.room),
        point: (at) => {
          setPlace(at);
          pointed.value = (at === undefined ? undefined : data.rows[at]?.at) ?? pointed.value;
        },
      });
  }, [data, session, show, time, words]);
  // What was pointed at is a place of the chart before.
  useEffect(() => setPlace(undefined), [data, session, show, time, words]);
  return (
    <>
      <div class="timeline-canvas">
        <canvas ref={canvas} role="img" aria-label={told(data, show, time, words)} />
      </div>
      <Lanes
        report={report}
        data={data}
        session={session}
        pins={pins}
        changes={changes.state === 'told' ? changes.value : []}
        time={time}
      />
      {rest !== undefined && (
        <p class="quiet small timeline-rest">
          {rest === 'unknown'
            ? words.t('performance_timeline_rest_unknown')
            : words.t('performance_timeline_rest', {
                length: { kind: 'duration', seconds: rest },
              })}
        </p>
      )}
      <ReadOut data={data} pins={pins} place={place} time={time} show={show} />
      <div class="timeline-note small">
        <Loaded load={noteAtPoint} props={{ session, data, pointed }} />
      </div>
    </>
  );
}

/** A figure of the chart in its own unit. */
function shownIn(session: Session, { locale }: I18n): (of: Drawn, value: number) => string {
  return (of, value) =>
    of === 'gmv'
      ? formatAmount(value, { currency: session.currency, locale })
      : formatCount(value, locale);
}

/** The chart in words: of each figure its peak, its lowest and how it ended. */
function told(
  data: TimelineData,
  show: (of: Drawn, value: number) => string,
  time: (at: UnixSeconds) => string,
  words: I18n,
): string {
  const text = (value: string) => ({ kind: 'text', text: value }) as const;
  return [
    words.t('performance_timeline_summary', {
      interval: { kind: 'duration', seconds: data.interval },
    }),
    ...data.drawn.flatMap((of) => {
      const ends = endsOf(data, of);
      if (ends === undefined) return [];
      return [
        words.t('performance_timeline_ends', {
          what: { kind: 'message', message: drawnNames[of] },
          peak: text(show(of, ends.peak.value)),
          at: text(time(ends.peak.at)),
          lowest: text(show(of, ends.lowest)),
          last: text(show(of, ends.last)),
        }),
      ];
    }),
  ].join(' ');
}
