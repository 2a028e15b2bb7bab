import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Pinned } from '../../metrics/board/pinned.ts';
import { copyText } from '../design/copy-text.ts';
import { Menu } from '../design/menu.tsx';
import { useWords } from '../design/words.ts';
import { saveFile } from '../download/save-file.ts';
import { boardText } from './board-text.ts';

/** What can be done with the whole board: copied, or saved as a file. */
export function BoardMenu({ pinned }: { pinned: readonly Pinned[] }): JSX.Element {
  const words = useWords();
  const { say } = words;
  const said = useSignal('');
  const copy = async (form: 'text' | 'markdown'): Promise<void> => {
    said.value = '';
    const done = await copyText(boardText(pinned, words, form));
    said.value = say(done ? 'board_copied' : 'board_not_copied');
  };
  return (
    <>
      <span class="small quiet" role="status">
        {said.value}
      </span>
      <Menu
        icon="copy"
        label={say('board_copy')}
        items={[
          { name: say('board_copy_text'), run: () => void copy('text') },
          { name: say('board_copy_markdown'), run: () => void copy('markdown') },
          {
            name: say('board_save_markdown'),
            run: () =>
              saveFile(
                'live-diagnosis-pinned.md',
                boardText(pinned, words, 'markdown'),
                'text/markdown',
              ),
          },
        ]}
      />
    </>
  );
}
