import * as v from 'valibot';
import { browser } from './browser.ts';
import { chosenLanguage } from './chosen-language.ts';
import type { Language } from './languages.ts';
import { localeOf } from './reader-locale.ts';
import { type Sentences, type Writer, writer } from './text.ts';

const SentencesSchema = v.record(v.string(), v.object({ message: v.string() }));

/**
 * The writer for this reader: sentences of the language that the seller chose, else of the browser's, figures and
 * dates in the same language. One whose sentences can't be read is the browser's too.
 */
export async function readerWords(): Promise<Writer> {
  const chosen = await chosenLanguage();
  const sentences = chosen && (await sentencesOf(chosen));
  return wordsOver(sentences ?? ((key) => browser.i18n.getMessage(key) || undefined));
}

function wordsOver(say: Sentences): Writer {
  const locale = localeOf(browser.i18n.getUILanguage(), say('language_code'));
  return writer(say, locale, { isolates: true });
}

/** The last ones read: the worker writes every badge and reminder in them. */
let kept: { readonly language: Language; readonly sentences: Sentences } | undefined;

async function sentencesOf(language: Language): Promise<Sentences | undefined> {
  if (kept?.language === language) return kept.sentences;
  try {
    const answer = await fetch(browser.runtime.getURL(`_locales/${language}/messages.json`));
    const all = new Map(Object.entries(v.parse(SentencesSchema, await answer.json())));
    const sentences: Sentences = (key) => all.get(key)?.message;
    kept = { language, sentences };
    return sentences;
  } catch {
    return undefined;
  }
}
