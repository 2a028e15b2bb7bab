import { plainText, plainWords } from '../../metrics/plain-text.ts';

/** What the seller may look for: one thing of the panel, by its name and by what else she may call it. */
export interface Searchable {
  readonly name: string;
  /** What stands small beside the name. */
  readonly note?: string | undefined;
  /** Further words that find it and aren't shown. */
  readonly also?: string | undefined;
  /** It was found for what is typed by other means, such as a piece of a word: it stays, behind what begins so. */
  readonly found?: boolean | undefined;
}

/** Found first: what begins as typed, then what has each word in its name, then what is found by other words. */
type Rank = 0 | 1 | 2;

/**
 * The things that a query finds, best first and in their own order within a rank. Each word of the query begins
 * a word of the thing's name, note or further words, or it was found already; case and accents don't count. All
 * things for an empty query.
 */
export function search<T extends Searchable>(typed: string, things: readonly T[]): readonly T[] {
  const query = plainText(typed).trim();
  if (query === '') return things;
  const words = plainWords(query);
  return things
    .flatMap((thing) => {
      const rank = rankOf(thing, query, words);
      return rank === undefined ? [] : [{ thing, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ thing }) => thing);
}

function rankOf(
  { name, note = '', also = '', found = false }: Searchable,
  query: string,
  words: readonly string[],
): Rank | undefined {
  const own = plainText(name);
  if (own.startsWith(query)) return 0;
  if (holds(plainWords(own), words)) return 1;
  return found || holds(plainWords(plainText(`${name} ${note} ${also}`)), words) ? 2 : undefined;
}

const holds = (there: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => there.some((other) => other.startsWith(word)));
