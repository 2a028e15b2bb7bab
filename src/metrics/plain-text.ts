import { withoutMarks } from './direction-marks.ts';

/** A text as words are looked for in it: in lower case without accents, so that "dien" finds "điện" and "Diện" alike. */
export const plainText = (text: string): string =>
  withoutMarks(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');

/** The words of a plain text; a handle keeps its @. */
export const plainWords = (plain: string): readonly string[] =>
  plain.split(/[^\p{L}\p{N}@]+/u).filter(Boolean);
