import { hasLettersFromRight } from '../../metrics/direction-marks.ts';
import { browserWriter } from '../../platform/browser-writer.ts';
import { type I18n, i18nOf } from '../design/i18n.ts';

/** The reader's language as the browser tells it: sentences from public/_locales, figures by locale. */
export const browserWords = (): I18n => i18nOf(browserWriter());

/**
 * Says on a page's document in which language and which way it is written. The way is read off a sentence: a browser
 * whose own language we lack shows English ones, from the left, whichever way its own words go.
 */
export function tellLanguage(page: Document, { locale, t }: I18n): void {
  page.documentElement.lang = locale;
  page.documentElement.dir = hasLettersFromRight([t('panel_skip')]) ? 'rtl' : 'ltr';
}
