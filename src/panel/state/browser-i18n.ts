import { browserWriter } from '../../platform/browser-writer.ts';
import { type I18n, i18nOf } from '../design/i18n.ts';

/** The reader's language as the browser tells it: sentences from public/_locales, figures by locale. */
export const browserWords = (): I18n => i18nOf(browserWriter());
