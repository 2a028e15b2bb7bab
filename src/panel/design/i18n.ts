import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { MessageKey, Text } from '../../metrics/text.ts';
import { type Writer, writer } from '../../platform/text.ts';

/** A writer with a shorter way to say one sentence. */
export interface I18n extends Writer {
  readonly t: (key: MessageKey, values?: Text['values']) => string;
}

/** Words over a writer; the extension's pages make one at start. */
export function i18nOf(base: Writer): I18n {
  return {
    ...base,
    t: (key, values) => base.write(values === undefined ? { key } : { key, values }),
  };
}

export const I18nContext = createContext<I18n>(i18nOf(writer(() => undefined, 'en')));

/** The reader's language, in every component. */
export const useI18n = (): I18n => useContext(I18nContext);
