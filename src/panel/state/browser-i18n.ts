import { browser } from '../../platform/browser.ts';
import { writer } from '../../platform/text.ts';
import { type I18n, i18nOf } from '../design/i18n.ts';

/** The reader's language as the browser tells it: sentences from public/_locales, figures by locale. */
export function browserWords(): I18n {
  const sentence = (key: string): string | undefined => {
    const text = browser.i18n.getMessage(key);
    return text === '' ? undefined : text;
  };
  return i18nOf(writer(sentence, browser.i18n.getUILanguage()));
}
