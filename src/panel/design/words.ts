import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { MessageKey, Text } from '../../metrics/text.ts';
import { type Writer, writer } from '../../platform/text.ts';

/** A writer with a shorter way to say one sentence. */
export interface Words extends Writer {
  readonly say: (key: MessageKey, values?: Text['values']) => string;
}

/** Words over a writer; the extension's pages make one at start. */
export function wordsOf(base: Writer): Words {
  return {
    ...base,
    say: (key, values) => base.write(values === undefined ? { key } : { key, values }),
  };
}

export const WordsContext = createContext<Words>(wordsOf(writer(() => undefined, 'en')));

/** The reader's language, in every component. */
export const useWords = (): Words => useContext(WordsContext);
