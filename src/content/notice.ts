import type { LauncherWords } from '../platform/launcher-words.ts';
import { box, button } from './elements.ts';

/** Says in the panel's place that the extension was updated under the page, which is to be loaded anew. */
export function updateNotice(
  words: Pick<LauncherWords, 'updated' | 'reload' | 'close'>,
  close: () => void,
): HTMLElement {
  const notice = box(
    'notice',
    words.updated,
    button('', words.reload, () => location.reload()),
    button('', words.close, close),
  );
  notice.dir = 'auto';
  return notice;
}
