import { box, button } from './elements.ts';
import type { SayWord } from './launcher/read-words.ts';

/**
 * What says in the panel's place that the extension was updated under the page, which is to be loaded anew. Prepared
 * before: an extension that is gone has no words.
 */
export function updateNotice(word: SayWord, close: () => void): () => HTMLElement {
  const [updated, reload, closing] = [word('updated'), word('reload'), word('close')];
  return () => {
    const notice = box(
      'notice',
      updated,
      button('', reload, () => location.reload()),
      button('', closing, close),
    );
    notice.dir = 'auto';
    return notice;
  };
}
