import * as v from 'valibot';
import { CannotMake } from './kind.ts';
import type { WorkingCopy } from './working-copy.ts';

/** Where the English sentences lie; the other languages are asked for theirs by a test. */
const SENTENCES = 'public/_locales/en/messages.json';

/** A sentence, and what is said of it to translators. */
export interface Sentence {
  readonly message: string;
  readonly description: string;
}

const SentencesSchema = v.record(
  v.string(),
  v.object({ message: v.string(), description: v.string() }),
);

/** The file of sentences with some more, in the order of their keys. Throws CannotMake where one is there. */
export function withSentences(
  copy: WorkingCopy,
  more: Readonly<Record<string, Sentence>>,
): Readonly<Record<string, string>> {
  const known = v.parse(SentencesSchema, JSON.parse(copy.read(SENTENCES)));
  const taken = Object.keys(more).find((key) => Object.hasOwn(known, key));
  if (taken !== undefined) throw new CannotMake(`The sentence ${taken} is there already.`);
  const sorted = Object.entries({ ...known, ...more }).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return { [SENTENCES]: `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n` };
}
