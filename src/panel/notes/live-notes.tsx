import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Fault } from '../../metrics/fault.ts';
import { type LiveNote, MOST_OF_NOTE } from '../../metrics/note.ts';
import type { Session } from '../../metrics/session.ts';
import { Button, IconButton } from '../design/button.tsx';
import { DraftField } from '../design/draft-field.tsx';
import { useI18n } from '../design/i18n.ts';
import { NoteComposer } from './composer.tsx';
import { momentText } from './moment.ts';
import type { NoteStore } from './note-store.ts';
import './notes.css';
import { useNotes } from './use-notes.ts';

/** How long after the last key a note is kept of its own accord, in milliseconds. */
const PAUSE = 700;

/** The seller's notes on a LIVE, those on the whole of it first, each written where it stands. */
export function LiveNotes({ session }: { session: Session }): JSX.Element {
  const { t, write } = useI18n();
  const { id } = session.room;
  const store = useNotes(id);
  const add = useRef<HTMLDivElement>(null);
  const undropped = useSignal<Fault | undefined>(undefined);
  const { notes, known, fault } = store.view.value;
  const isWriting = store.drafts.value.get(id)?.where === 'list';
  const shown = undropped.value ?? fault;
  const toButton = (): void => {
    requestAnimationFrame(() => add.current?.querySelector('button')?.focus());
  };
  const drop = async (note: LiveNote): Promise<void> => {
    const reply = await store.drop(note.id);
    undropped.value = reply.ok ? undefined : reply.fault;
  };
  return (
    <div class="notes">
      {notes.length > 0 && (
        <ul aria-label={t('note_list')}>
          {notes.map((note) => (
            <Row key={note.id} note={note} store={store} onDrop={() => void drop(note)} />
          ))}
        </ul>
      )}
      <Dropped store={store} onDone={toButton} />
      {shown !== undefined && (
        <p class="draft-fault small" role="alert">
          {write(shown.text)}
          {!known && fault?.retryable && (
            <Button look="link" onClick={() => void store.retry()}>
              {t('panel_retry')}
            </Button>
          )}
        </p>
      )}
      <NoteComposer session={session} store={store} where="list" onDone={toButton} />
      {!isWriting && known && (
        <div ref={add}>
          <Button look="link" onClick={() => store.begin(id, 'list')}>
            {t('note_add')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Row({
  note,
  store,
  onDrop,
}: {
  note: LiveNote;
  store: NoteStore;
  onDrop: () => void;
}): JSX.Element {
  const { t } = useI18n();
  const at = note.at === undefined ? t('note_at_whole') : momentText(note.at);
  const values = { at: { kind: 'text', text: at } } as const;
  return (
    <li>
      <span class={note.at === undefined ? 'note-at quiet small' : 'note-at num small'}>{at}</span>
      <div>
        <DraftField
          label={t('note_of', values)}
          value={note.words}
          most={MOST_OF_NOTE}
          single
          pause={PAUSE}
          said={t('note_saved')}
          onKeep={(words, began) => store.change(note.id, words, began)}
        />
      </div>
      <IconButton icon="close" label={t('note_drop', values)} onClick={onDrop} />
    </li>
  );
}

/** What was removed, with the way back; the focus goes there, as the button it was on is gone. */
function Dropped({ store, onDone }: { store: NoteStore; onDone: () => void }): JSX.Element | null {
  const { t } = useI18n();
  const row = useRef<HTMLDivElement>(null);
  const last = store.dropped.value;
  useEffect(() => {
    if (last !== undefined) row.current?.querySelector('button')?.focus();
  }, [last]);
  if (last === undefined) return null;
  const undo = async (): Promise<void> => {
    if ((await store.undo()).ok) onDone();
  };
  return (
    <div ref={row} class="note-dropped small" role="status">
      <span class="clip-text">
        {t('note_said_dropped', { words: { kind: 'text', text: last.words } })}
      </span>
      <Button onClick={() => void undo()}>{t('note_undo')}</Button>
      <IconButton
        icon="close"
        label={t('panel_close')}
        onClick={() => {
          store.dismiss();
          onDone();
        }}
      />
    </div>
  );
}
