import { hasLettersFromRight, isolated, withoutMarks } from '../metrics/direction-marks.ts';
import type { MessageKey, TextOf, TextValueOf } from '../metrics/text.ts';
import {
  formatChange,
  formatCount,
  formatDecimal,
  formatDuration,
  formatInstant,
  formatInto,
  formatMoney,
  formatPercent,
  formatPoints,
  formatRate,
} from './format.ts';

/** Looks a sentence up by its key; undefined when the language doesn't have it. */
export type Sentences = (key: string) => string | undefined;

/** Turns texts into words for one reader: a language's sentences and a locale for figures. */
export interface Writer<Key extends string = MessageKey> {
  readonly locale: string;
  readonly write: (text: TextOf<Key>) => string;
  /** The same sentence in pieces, so that a page can set what was filled in apart from the rest. */
  readonly pieces: (text: TextOf<Key>) => readonly Piece[];
}

interface Piece {
  readonly text: string;
  /** Whether it was filled from the sentence's values. */
  readonly filled: boolean;
}

/**
 * A writer over a sentence source: browser.i18n in the extension, the JSON file in a terminal. One that `isolates` keeps
 * figures and names in one piece where anything in their sentence is read from right to left, by marks around them.
 */
export function writer<Key extends string = MessageKey>(
  sentences: Sentences,
  locale: string,
  { isolates = false }: { readonly isolates?: boolean } = {},
): Writer<Key> {
  const plural = new Intl.PluralRules(locale);
  const pieces = (text: TextOf<Key>): readonly Piece[] => {
    const count = text.values?.count;
    const form =
      count !== undefined && 'value' in count
        ? sentences(`${text.key}_${plural.select(count.value)}`)
        : undefined;
    const sentence = form ?? sentences(text.key) ?? text.key;
    const all = sentence
      .split(/(\{\w+\})/)
      .filter((part) => part !== '')
      .flatMap((part) => {
        const value = /^\{\w+\}$/.test(part) ? text.values?.[part.slice(1, -1)] : undefined;
        if (value === undefined) return [{ text: part, filled: false, isValue: false }];
        const plain = value.kind === 'message' && value.isPlain === true;
        if (value.kind !== 'phrase') {
          return [{ text: show(value), filled: !plain, isValue: value.kind !== 'message' }];
        }
        const own = pieces(value.phrase).map((piece) => ({ ...piece, isValue: false }));
        // A name stands out as one; of a sentence within a sentence only the figures do.
        const name = value.phrase.values === undefined && !endsSentence(own);
        return name ? own.map((piece) => ({ ...piece, filled: true })) : own;
      });
    const mixes = isolates && hasLettersFromRight(all.map((piece) => piece.text));
    return all.map((piece) => ({
      text: mixes && piece.isValue ? isolated(piece.text) : piece.text,
      filled: piece.filled,
    }));
  };
  const write = (text: TextOf<Key>): string =>
    pieces(text)
      .map((piece) => piece.text)
      .join('');
  const show = (value: TextValueOf<Key>): string => {
    switch (value.kind) {
      case 'text':
        return value.text;
      case 'message':
        return write({ key: value.message });
      case 'phrase':
        return write(value.phrase);
      case 'count':
        return formatCount(value.value, locale);
      case 'decimal':
        return formatDecimal(value.value, value.digits, locale);
      case 'percent':
        return formatPercent(value.value, locale);
      case 'rate':
        return formatRate(value.value, locale);
      case 'points':
        return formatPoints(value.value, locale);
      case 'duration':
        return formatDuration(value.seconds, locale);
      case 'into':
        return formatInto(value.seconds, locale);
      case 'money':
        return (value.isChange ? formatChange : formatMoney)(value.money, locale, value.detail);
      case 'instant':
        return formatInstant(value.at, value.zone, locale, value.style);
    }
  };
  return { locale, write, pieces };
}

/** The same words for what is copied and saved, without the marks of a writer that isolates. */
export function unmarked(words: Writer): Writer {
  return {
    locale: words.locale,
    write: (text) => withoutMarks(words.write(text)),
    pieces: (text) =>
      words.pieces(text).map((piece) => ({ ...piece, text: withoutMarks(piece.text) })),
  };
}

/** Whether the words close as a sentence does, in any script the stores sell in. */
function endsSentence(parts: readonly Piece[]): boolean {
  return /[.!?。！？।؟]$/.test(parts.at(-1)?.text.trimEnd() ?? '');
}
