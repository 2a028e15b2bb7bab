import { browser } from './browser.ts';
import { type Writer, writer } from './text.ts';

/** The writer for the browser's reader: sentences from public/_locales, figures by its locale. */
export function browserWriter(): Writer {
  return writer((key) => browser.i18n.getMessage(key) || undefined, browser.i18n.getUILanguage(), {
    isolates: true,
  });
}
