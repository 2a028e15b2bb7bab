import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const SentencesSchema = v.record(v.string(), v.object({ message: v.string() }));

/** Says a sentence of a language by its key, as the language's folder has it. */
export function sentencesOf(code: string): (key: string) => string {
  const path = join(import.meta.dirname, '../../public/_locales', code, 'messages.json');
  const sentences = v.parse(SentencesSchema, JSON.parse(readFileSync(path, 'utf8')));
  return (key) => sentences[key]?.message ?? `no ${key}`;
}
