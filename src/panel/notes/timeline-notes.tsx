import type { ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Session } from '../../metrics/session.ts';
import { seconds, type UnixSeconds, unixSeconds } from '../../metrics/time.ts';
import { Lane } from '../course/lane.tsx';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { placeInTime, type TimelineData } from '../performance/timeline-data.ts';
import { NoteComposer } from './composer.tsx';
import { momentText } from './moment.ts';
import './notes.css';
import { useNotes } from './use-notes.ts';

/** Where the seller noted something, on the chart's own scale of time; nothing where she noted nothing of a moment. */
export function NoteLane({
  session: { room },
  data,
}: {
  session: Session;
  data: TimelineData;
}): JSX.Element | null {
  const { t } = useI18n();
  const { startedAt } = room;
  const marks = useNotes(room.id).view.value.notes.flatMap(({ id, at, words }) =>
    at === undefined || startedAt === undefined
      ? []
      : [{ id, at: unixSeconds(startedAt + at), text: `${momentText(at)} ${words}` }],
  );
  if (marks.length === 0) return null;
  return (
    <Lane name={t('note_lane')} class="lane-notes">
      {marks.map(({ id, at, text }) => (
        <li
          key={id}
          title={text}
          style={{ '--from': `${(placeInTime(data, at, at).left * 100).toFixed(2)}%` }}
        >
          <span class="visually-hidden">{text}</span>
        </li>
      ))}
    </Lane>
  );
}

/**
 * Begins a note at the moment that was pointed at last in the charts, beside what is noted there already;
 * nothing before one points.
 */
export function NoteAtPoint({
  session,
  data: { interval },
  pointed,
}: {
  session: Session;
  data: TimelineData;
  pointed: ReadonlySignal<UnixSeconds | undefined>;
}): JSX.Element | null {
  const { t } = useI18n();
  const { id, startedAt } = session.room;
  const store = useNotes(id);
  const row = useRef<HTMLDivElement>(null);
  const isWriting = store.drafts.value.get(id)?.where === 'timeline';
  const at = pointed.value;
  const from = at === undefined || startedAt === undefined ? undefined : at - startedAt;
  const into = from === undefined ? undefined : momentText(seconds(Math.max(0, from)));
  const there = store.view.value.notes.flatMap(({ at: moment, words }) =>
    from === undefined || moment === undefined || moment < from || moment >= from + interval
      ? []
      : [`${momentText(moment)} ${words}`],
  );
  return (
    <div ref={row}>
      <NoteComposer
        session={session}
        store={store}
        where="timeline"
        onDone={() => {
          requestAnimationFrame(() => row.current?.querySelector('button')?.focus());
        }}
      />
      {!isWriting && into !== undefined && (
        <div class="note-point">
          <Button look="link" onClick={() => store.begin(id, 'timeline', into)}>
            {t('note_add_at', { at: { kind: 'text', text: into } })}
          </Button>
          {there.length > 0 && (
            <span class="clip-text quiet" dir="auto" aria-hidden="true">
              {there.join(' · ')}
            </span>
          )}
        </div>
      )}
    </div>
  );
}
