import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Fault } from '../../metrics/fault.ts';
import { NOTE_LENGTH, type Pinned } from '../../metrics/pinned.ts';
import { Button } from '../design/button.tsx';
import { useWords } from '../design/words.ts';
import { useApp } from '../state/app.ts';

/** How long after the last key a note is kept of its own accord, in milliseconds. */
const PAUSE = 700;

/**
 * The seller's note, written in place: kept at a pause, on leaving the field and on Ctrl+Enter; Escape
 * takes back what was written since the field was entered. What couldn't be kept stays in the field.
 */
export function Note({ pinned, name }: { pinned: Pinned; name: string }): JSX.Element {
  const { say, write } = useWords();
  const { board } = useApp();
  /** What stands in the field while it differs from what is kept. */
  const draft = useSignal<string | undefined>(undefined);
  const fault = useSignal<Fault | undefined>(undefined);
  const saved = useSignal(false);
  const before = useRef(pinned.note);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const keep = async (): Promise<void> => {
    clearTimeout(pause.current);
    const text = draft.value;
    if (text === undefined) return;
    const reply = await board.change(pinned.id, { note: text });
    fault.value = reply.ok ? undefined : reply.fault;
    saved.value = reply.ok;
    // What was typed meanwhile is kept at the next pause.
    if (reply.ok && draft.value === text) draft.value = undefined;
  };
  const set = (text: string): void => {
    clearTimeout(pause.current);
    saved.value = false;
    draft.value = text;
    pause.current = setTimeout(() => void keep(), PAUSE);
  };
  const latest = useRef(keep);
  latest.current = keep;
  useEffect(() => {
    const leave = (): void => void latest.current();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  return (
    <div class="note">
      <textarea
        rows={1}
        maxLength={NOTE_LENGTH}
        aria-label={say('board_note', { name: { kind: 'text', text: name } })}
        placeholder={say('board_note_add')}
        value={draft.value ?? pinned.note}
        onFocus={() => {
          before.current = draft.value ?? pinned.note;
        }}
        onInput={(event) => set(event.currentTarget.value)}
        onBlur={() => void keep()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void keep();
          }
          if (event.key !== 'Escape' || (draft.value ?? pinned.note) === before.current) return;
          event.stopPropagation();
          set(before.current);
          void keep();
        }}
      />
      <span class="visually-hidden" role="status">
        {saved.value && say('board_note_saved')}
      </span>
      {fault.value !== undefined && (
        <p class="note-fault" role="alert">
          {write(fault.value.text)}
          {fault.value.retryable && (
            <Button look="link" onClick={() => void keep()}>
              {say('panel_retry')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
