import type { RoomId } from '../ids.ts';
import { plainText } from '../plain-text.ts';
import type { Findable } from './findable.ts';

/** What of a LIVE stands in every list of them. */
const shownInLists = ['id', 'title', 'creator'] as const;

/** What else a LIVE is found by. */
export type FoundIn = 'host' | 'product' | 'note';

/** A text by which a LIVE was found and that no list shows. */
export interface FoundBy {
  readonly in: FoundIn;
  readonly text: string;
}

/** A LIVE that was found. */
interface FoundLive {
  readonly id: RoomId;
  /** What it was found by beside its id, title and account, which stand in every list; the fewest texts that do. */
  readonly by: readonly FoundBy[];
}

/** LIVEs that were found, best first, and how many there are beyond these. */
export interface FoundLives {
  readonly lives: readonly FoundLive[];
  readonly more: number;
}

/** Texts of a LIVE that are kept apart from the LIVE itself. */
type Beside = Exclude<FoundIn, 'product'>;

/** Finds LIVEs by words. It holds all their texts, each once however many LIVEs have it, to answer at once. */
export interface Finder {
  /** Takes a LIVE in, or anew. */
  readonly put: (live: Findable) => void;
  readonly drop: (id: RoomId) => void;
  /** Says what the seller noted of LIVEs; of those that it doesn't name nothing any more. */
  readonly putBeside: (what: Beside, texts: ReadonlyMap<string, readonly string[]>) => void;
  /**
   * The LIVEs in whose texts every word that was typed occurs. Those where each begins a word stand
   * first, the newest start first among them; case and accents don't count. None where nothing was typed.
   */
  readonly find: (typed: string, most: number) => FoundLives;
}

interface Line {
  readonly in: FoundIn | (typeof shownInLists)[number];
  readonly text: string;
  readonly plain: string;
}

interface Held {
  readonly order: number;
  /** Places of its lines. */
  readonly lines: readonly number[];
}

/** Most words of a search, each a bit; what follows isn't looked for. */
const MOST_WORDS = 16;

export function createFinder(): Finder {
  const lines: Line[] = [];
  const places = new Map<string, number>();
  const lives = new Map<RoomId, Held>();
  const beside: Record<Beside, ReadonlyMap<string, readonly number[]>> = {
    host: new Map(),
    note: new Map(),
  };

  const placeOf = (of: Line['in'], text: string): number => {
    const key = `${of} ${text}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, lines.length);
    lines.push({ in: of, text, plain: plainText(text) });
    return lines.length - 1;
  };

  /** Lines of which there are several, one a line. */
  const placesOf = (of: Line['in'], texts: string | undefined): readonly number[] =>
    texts === undefined ? [] : texts.split('\n').map((text) => placeOf(of, text));

  const linesOf = (id: RoomId, held: Held): readonly number[] => {
    const [hosts, notes] = [beside.host.get(id), beside.note.get(id)];
    // Most LIVEs have neither, and thousands are gone through at every key.
    if (hosts === undefined && notes === undefined) return held.lines;
    return [...held.lines, ...(hosts ?? []), ...(notes ?? [])];
  };

  return {
    put: ({ id, title, creator, products, order }) => {
      lives.set(id, {
        order,
        lines: [
          placeOf('id', id),
          ...placesOf('title', title),
          ...placesOf('creator', creator),
          ...placesOf('product', products),
        ],
      });
    },
    drop: (id) => {
      lives.delete(id);
    },
    putBeside: (what, texts) => {
      beside[what] = new Map(
        [...texts].map(([id, own]) => [id, own.map((text) => placeOf(what, text))]),
      );
    },
    find: (typed, most) => {
      const words = [...new Set(typedWords(typed))].slice(0, MOST_WORDS);
      if (words.length === 0) return { lives: [], more: 0 };
      const all = 2 ** words.length - 1;
      const held = lines.map(({ plain }) => bitsOf(plain, words));
      const found: { id: RoomId; order: number; begins: boolean }[] = [];
      for (const [id, live] of lives) {
        let [anywhere, begins] = [0, 0];
        for (const place of linesOf(id, live)) {
          const bits = held[place];
          if (bits === undefined) continue;
          anywhere |= bits.anywhere;
          begins |= bits.begins;
        }
        if (anywhere === all) found.push({ id, order: live.order, begins: begins === all });
      }
      found.sort(
        (one, other) => Number(other.begins) - Number(one.begins) || other.order - one.order,
      );
      return {
        lives: found.slice(0, most).map(({ id }) => {
          const live = lives.get(id);
          return { id, by: live === undefined ? [] : reasons(linesOf(id, live), held, all) };
        }),
        more: Math.max(0, found.length - most),
      };
    },
  };

  /** The fewest lines that hold what those in every list don't. */
  function reasons(own: readonly number[], held: readonly Bits[], all: number): FoundBy[] {
    let lacking = all;
    const told: { readonly line: FoundBy; readonly bits: number }[] = [];
    for (const place of own) {
      const line = lines[place];
      const bits = held[place]?.anywhere ?? 0;
      if (line === undefined || bits === 0) continue;
      if (isTold(line)) told.push({ line, bits });
      else lacking &= ~bits;
    }
    const by: FoundBy[] = [];
    while (lacking !== 0 && told.length > 0) {
      told.sort((one, other) => count(other.bits & lacking) - count(one.bits & lacking));
      const best = told.shift();
      if (best === undefined || (best.bits & lacking) === 0) break;
      by.push({ in: best.line.in, text: shownText(best.line) });
      lacking &= ~best.bits;
    }
    return by;
  }
}

const isTold = (line: Line): line is Line & FoundBy =>
  !shownInLists.some((shown) => shown === line.in);

/** What was typed between spaces, without what stands around a word: a handle is looked for as it is. */
const typedWords = (typed: string): readonly string[] =>
  plainText(typed)
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(Boolean);

/** The words that a line holds, and those that begin one of its words, each word a bit. */
interface Bits {
  readonly anywhere: number;
  readonly begins: number;
}

function bitsOf(plain: string, words: readonly string[]): Bits {
  let [anywhere, begins] = [0, 0];
  for (const [place, word] of words.entries()) {
    let at = plain.indexOf(word);
    if (at < 0) continue;
    anywhere |= 1 << place;
    while (at > 0 && isWordPart.test(plain.charAt(at - 1))) at = plain.indexOf(word, at + 1);
    if (at >= 0) begins |= 1 << place;
  }
  return { anywhere, begins };
}

const isWordPart = /[\p{L}\p{N}]/u;

/** Of a product its name, else its id. */
const shownText = ({ in: of, text }: FoundBy): string =>
  of === 'product' ? text.replace(/^\d+ /, '') : text;

function count(bits: number): number {
  let rest = bits;
  let ones = 0;
  for (; rest !== 0; rest &= rest - 1) ones += 1;
  return ones;
}
