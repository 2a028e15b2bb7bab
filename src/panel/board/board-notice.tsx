import type { JSX } from 'preact';
import { Button, IconButton } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { useWords } from '../design/words.ts';
import { useApp } from '../state/app.ts';
import { thingName } from './names.ts';

/** What was taken off the board, with the way back, and what couldn't be written, with another try. */
export function BoardNotice(): JSX.Element | null {
  const words = useWords();
  const { say, write } = words;
  const { board } = useApp();
  const trouble = board.trouble.value;
  const last = board.dropped.value.at(-1);
  if (trouble !== undefined) {
    return (
      <Notice
        tone="fault"
        title={say('board_unsaved')}
        actions={
          <>
            {trouble.fault.retryable && (
              <Button icon="refresh" onClick={trouble.again}>
                {say('panel_retry')}
              </Button>
            )}
            <Button onClick={board.dismiss}>{say('panel_close')}</Button>
          </>
        }
      >
        {write(trouble.fault.text)}
      </Notice>
    );
  }
  if (last === undefined) return null;
  const undo = async (): Promise<void> => {
    await board.undo();
    const card = document.getElementById(`pinned-${last.id}`);
    (card ?? document.getElementById('pinned'))?.focus({ preventScroll: card === null });
  };
  return (
    <div class="notice board-dropped" role="status">
      <span class="clip-text">
        {say('board_said_dropped', { name: { kind: 'text', text: thingName(last, words) } })}
      </span>
      <Button onClick={() => void undo()}>{say('board_undo')}</Button>
      <IconButton icon="close" label={say('panel_close')} onClick={board.dismiss} />
    </div>
  );
}
