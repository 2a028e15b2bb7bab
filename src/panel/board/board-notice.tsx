import type { JSX } from 'preact';
import { Button, IconButton } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import { useApp } from '../state/app.ts';
import { thingName } from './names.ts';

/** What was taken off the board, with the way back, and what couldn't be written, with another try. */
export function BoardNotice(): JSX.Element | null {
  const words = useI18n();
  const { t, write } = words;
  const { board } = useApp();
  const trouble = board.trouble.value;
  const last = board.dropped.value.at(-1);
  if (trouble !== undefined) {
    return (
      <Notice
        tone="fault"
        title={t('board_unsaved')}
        actions={
          <>
            {trouble.fault.retryable && (
              <Button icon="refresh" onClick={trouble.again}>
                {t('panel_retry')}
              </Button>
            )}
            <Button onClick={board.dismiss}>{t('panel_close')}</Button>
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
      <span class="clip-lines">
        {t('board_said_dropped', { name: { kind: 'text', text: thingName(last, words) } })}
      </span>
      <Button onClick={() => void undo()}>{t('board_undo')}</Button>
      <IconButton icon="close" label={t('panel_close')} onClick={board.dismiss} />
    </div>
  );
}
