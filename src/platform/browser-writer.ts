import { browser } from './browser.ts';
import { localeOf } from './reader-locale.ts';
import { type Writer, writer } from './text.ts';

/** The writer for the browser's reader: sentences from public/_locales, figures and dates in the same language. */
export function browserWriter(): Writer {
  const say = (key: string): string | undefined => browser.i18n.getMessage(key) || undefined;
  const locale = localeOf(browser.i18n.getUILanguage(), say('language_code'));
  return writer(say, locale, { isolates: true });
}
