import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Pinned } from '../../metrics/board/pinned.ts';
import { withoutMarks } from '../../metrics/direction-marks.ts';
import { copyText } from '../design/copy-text.ts';
import { useI18n } from '../design/i18n.ts';
import { Menu } from '../design/menu.tsx';
import { saveFile } from '../download/save-file.ts';
import { boardText } from './board-text.ts';

/** What can be done with the whole board: copied, or saved as a file. */
export function BoardMenu({ pinned }: { pinned: readonly Pinned[] }): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const said = useSignal('');
  const copy = async (form: 'text' | 'markdown'): Promise<void> => {
    said.value = '';
    const done = await copyText(boardText(pinned, words, form));
    said.value = t(done ? 'board_copied' : 'board_not_copied');
  };
  return (
    <>
      <span class="small quiet" role="status">
        {said.value}
      </span>
      <Menu
        icon="copy"
        label={t('board_copy')}
        items={[
          { name: t('board_copy_text'), run: () => void copy('text') },
          { name: t('board_copy_markdown'), run: () => void copy('markdown') },
          {
            name: t('board_save_markdown'),
            run: () =>
              saveFile(
                'live-diagnosis-pinned.md',
                withoutMarks(boardText(pinned, words, 'markdown')),
                'text/markdown',
              ),
          },
        ]}
      />
    </>
  );
}
