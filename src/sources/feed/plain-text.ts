import * as v from 'valibot';
import { HOSTILE } from './problem.ts';

/**
 * Control characters, line separators, the marks that turn the direction of what follows, and
 * halves of characters. Marks that only say which way a letter runs stay.
 */
const unseen = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** The beginning of a tag, a comment or an instruction; a heart (<3) is none. */
const markup = /<[a-z/!?]/i;

/** One line of text without characters that can't be seen or that turn the rest around. */
export function plainLine(text: string): string {
  return text.replace(unseen, ' ').replace(/\s+/g, ' ').trim();
}

/** Whether a text holds anything that a page could take for markup. */
export function hasMarkup(text: string): boolean {
  return markup.test(text);
}

/**
 * A line of foreign text of at most `most` characters: tidied, and refused when it holds markup. What
 * it means stands before the tidying, behind which a JSON schema doesn't see.
 */
export const lineOf = (most: number, means: string) =>
  v.pipe(
    v.string(),
    v.maxLength(most),
    v.description(means),
    v.transform(plainLine),
    v.check((text) => !hasMarkup(text), HOSTILE),
  );
