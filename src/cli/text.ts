import extensionMessages from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { MessageKey, TextOf, TextValueOf } from '../metrics/text.ts';
import { type Writer, writer } from '../platform/text.ts';
import terminalMessages from './messages.json' with { type: 'json' };

/**
 * The key of a sentence that a terminal says: its own, which no browser needs to load, or one of the
 * extension's.
 */
export type TerminalKey = MessageKey | keyof typeof terminalMessages;
export type TerminalText = TextOf<TerminalKey>;
export type TerminalValue = TextValueOf<TerminalKey>;
export type TerminalWriter = Writer<TerminalKey>;

/** Writes English, the one language of the terminal. */
export function terminalWriter(): TerminalWriter {
  const sentences = new Map<string, string>([
    ...Object.entries(terminalMessages),
    ...Object.entries(extensionMessages).map(([key, { message }]) => [key, message] as const),
  ]);
  return writer((key) => sentences.get(key), 'en');
}
