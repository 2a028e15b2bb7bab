import { browser } from '../../platform/browser.ts';
import { writer } from '../../platform/text.ts';
import { type Words, wordsOf } from '../design/words.ts';

/** The reader's language as the browser tells it: sentences from public/_locales, figures by locale. */
export function browserWords(): Words {
  const sentence = (key: string): string | undefined => {
    const text = browser.i18n.getMessage(key);
    return text === '' ? undefined : text;
  };
  return wordsOf(writer(sentence, browser.i18n.getUILanguage()));
}
