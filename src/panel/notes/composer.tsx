import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Fault } from '../../metrics/fault.ts';
import { lengthAt } from '../../metrics/live/length.ts';
import { MOST_OF_NOTE } from '../../metrics/note.ts';
import type { Session } from '../../metrics/session.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { ownDirection } from '../design/own-direction.ts';
import { useApp } from '../state/app.ts';
import { type MomentRefusal, momentOf } from './moment.ts';
import type { NotePlace, NoteStore } from './note-store.ts';
import './notes.css';

const refusals = { unreadable: 'note_at_unreadable', outside: 'note_at_outside' } as const;

/**
 * The field of a note that is being written on a LIVE, where it was begun: Enter keeps it, Escape leaves it.
 * Nothing while none is.
 */
export function NoteComposer({
  session: { room },
  store,
  where,
  onDone,
}: {
  session: Session;
  store: NoteStore;
  where: NotePlace;
  /** Once it was kept or left, for the focus. */
  onDone: () => void;
}): JSX.Element | null {
  const { t, write } = useI18n();
  const app = useApp();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const moment = useRef<HTMLInputElement>(null);
  const refused = useSignal<MomentRefusal | undefined>(undefined);
  const unkept = useSignal<Fault | undefined>(undefined);
  const isKeeping = useSignal(false);
  const draft = store.drafts.value.get(room.id);
  const isHere = draft?.where === where;
  useEffect(() => {
    if (isHere) field.current?.focus();
  }, [isHere]);
  if (draft === undefined || !isHere) return null;

  const leave = (): void => {
    refused.value = undefined;
    unkept.value = undefined;
    store.cancel(room.id);
    onDone();
  };
  const keep = async (): Promise<void> => {
    if (isKeeping.value) return;
    if (draft.words.trim() === '') {
      field.current?.focus();
      return;
    }
    const at = momentOf(
      draft.at,
      lengthAt(room, app.now.value, app.room.view.value.record?.fetchedAt),
    );
    refused.value = typeof at === 'string' ? at : undefined;
    if (typeof at === 'string') {
      moment.current?.focus();
      return;
    }
    isKeeping.value = true;
    const reply = await store.keep(room.id, draft.words, at);
    isKeeping.value = false;
    unkept.value = reply.ok ? undefined : reply.fault;
    if (reply.ok) leave();
  };
  return (
    <form
      class="note-new small"
      noValidate
      aria-label={t('note_new')}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
      onKeyDown={(event) => {
        // The Escape that ends an input method's choice isn't meant for the note.
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        leave();
      }}
    >
      <textarea
        ref={field}
        rows={2}
        aria-label={t('note_words')}
        placeholder={t('note_words')}
        maxLength={MOST_OF_NOTE}
        dir={ownDirection(draft.words)}
        value={draft.words}
        onInput={({ currentTarget }) =>
          store.write(room.id, { words: currentTarget.value.replaceAll('\n', ' ') })
        }
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          void keep();
        }}
      />
      <div class="note-new-row">
        <label>
          {t('note_at')}
          <input
            ref={moment}
            class="num"
            autocomplete="off"
            placeholder={t('note_at_whole')}
            aria-invalid={refused.value !== undefined}
            aria-describedby={refused.value === undefined ? undefined : id}
            value={draft.at}
            onInput={({ currentTarget }) => {
              refused.value = undefined;
              store.write(room.id, { at: currentTarget.value });
            }}
          />
        </label>
        <span class="note-new-buttons">
          <Button onClick={leave}>{t('note_cancel')}</Button>
          <Button type="submit" look="primary">
            {t('note_keep')}
          </Button>
        </span>
      </div>
      {refused.value !== undefined && (
        <p class="draft-fault" id={id} role="alert">
          {t(refusals[refused.value])}
        </p>
      )}
      {unkept.value !== undefined && (
        <p class="draft-fault" role="alert">
          {write(unkept.value.text)}
        </p>
      )}
    </form>
  );
}
