import type { JSX } from 'preact';
import { NOTE_LENGTH, type Pinned } from '../../metrics/board/pinned.ts';
import { DraftField } from '../design/draft-field.tsx';
import { useI18n } from '../design/i18n.ts';
import type { KeepText } from '../editing/use-draft.ts';
import { useApp } from '../state/app.ts';

/** How long after the last key a note is kept of its own accord, in milliseconds. */
const PAUSE = 700;

/** The seller's note; of a thing that another window took off meanwhile, it comes back with the thing. */
export function Note({ pinned, name }: { pinned: Pinned; name: string }): JSX.Element {
  const { t } = useI18n();
  const { board } = useApp();
  const keep: KeepText = async (note, began) => {
    const reply = await board.change(pinned.id, { note }, { note: began });
    if (!reply.ok && reply.fault.code === 'pinned-gone') board.offerBack({ ...pinned, note });
    return reply;
  };
  return (
    <div class="note">
      <DraftField
        label={t('board_note', { name: { kind: 'text', text: name } })}
        placeholder={t('board_note_add')}
        value={pinned.note}
        most={NOTE_LENGTH}
        pause={PAUSE}
        said={t('board_note_saved')}
        onKeep={keep}
      />
    </div>
  );
}
