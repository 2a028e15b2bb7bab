import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };
import messages from '../public/_locales/en/messages.json' with { type: 'json' };
import { languages as offered, ownNameOf } from './platform/languages.ts';

const folder = join(import.meta.dirname, '../public/_locales');
const LanguageSchema = v.record(v.string(), v.strictObject({ message: v.string() }));
type Language = v.InferOutput<typeof LanguageSchema>;

const english = new Map(Object.entries(messages).map(([key, { message }]) => [key, message]));
/** The most characters that stores and browsers take; a browser refuses an extension with a longer one. */
const MOST: Readonly<Record<string, number>> = { app_name: 75, app_description: 132 };
const FORM = /_(zero|one|two|few|many|other)$/;
const placesIn = (sentence: string): string =>
  [...new Set(sentence.match(/\{\w+\}/g))].sort().join();

/** The English sentences that a key stands for: its own, or all forms of its number, any of which may name the number. */
function sourcesOf(key: string): readonly string[] {
  const stem = key.replace(FORM, '');
  const own = english.get(key);
  if (!FORM.test(key) || !english.has(`${stem}_one`)) return own === undefined ? [] : [own];
  return [stem, `${stem}_one`, `${stem}_other`].flatMap((form) => english.get(form) ?? []);
}

/** What is wrong with a language; a sentence that it lacks is not, since browsers say it in English. */
function problemsOf(code: string, language: Language): readonly string[] {
  const keys = Object.keys(language);
  const wrong = Object.entries(language).flatMap(([key, { message }]) => {
    const sources = sourcesOf(key);
    if (sources.length === 0) return [`${key} is no English sentence`];
    if (key === 'language_code' && message !== code.replace('_', '-'))
      return [`${key} is another language’s`];
    if (message.trim() === '') return [`${key} says nothing`];
    if ([...message].length > (MOST[key] ?? Number.POSITIVE_INFINITY))
      return [`${key} is too long`];
    if (message.includes('$')) return [`${key} holds a mark of the browser’s`];
    const same = sources.some((source) => placesIn(source) === placesIn(message));
    return same ? [] : [`${key} fills other places than the English sentence`];
  });
  const { pluralCategories } = new Intl.PluralRules(code.replace('_', '-')).resolvedOptions();
  // A form that is lacking would be said in English, between sentences of the language.
  const halves = keys.flatMap((key) =>
    pluralCategories
      .map((form) => `${key}_${form}`)
      .filter((form) => english.has(form) && !Object.hasOwn(language, form)),
  );
  const isSorted = keys.join() === keys.toSorted().join();
  return [
    ...wrong,
    ...halves.map((form) => `${form} is lacking beside its sentence`),
    ...(isSorted ? [] : ['its keys are not in their order']),
  ];
}

const languages = readdirSync(folder)
  .filter((code) => code !== manifest.default_locale)
  .map((code) => {
    const text = readFileSync(join(folder, code, 'messages.json'), 'utf8');
    const language = v.parse(LanguageSchema, JSON.parse(text));
    const said = [...english.keys()].filter((key) => Object.hasOwn(language, key)).length;
    return { code, language, said, all: english.size };
  });

describe('the languages to choose from', () => {
  it('are English and those that hold every sentence, each by its own name', () => {
    // A language without forms of number says the sentence itself.
    const sentences = [...english.keys()].filter((key) => !FORM.test(key));
    const whole = languages
      .filter(({ language }) => sentences.every((key) => Object.hasOwn(language, key)))
      .map(({ code }) => code);
    expect([...offered].sort()).toEqual([...whole, manifest.default_locale].sort());
    const names = offered.map(ownNameOf);
    expect(new Set(names).size).toBe(offered.length);
    expect(names).toEqual(expect.arrayContaining(['English', 'Tiếng Việt', 'العربية', '简体中文']));
  });
});

describe('a language beside English', () => {
  it('is one that browsers fall back from, as English holds every sentence', () => {
    expect(manifest.default_locale).toBe('en');
  });

  it('is told what is wrong with it', () => {
    const language = {
      picker_nothing: { message: 'x' },
      action_title: { message: ' ' },
      app_description: { message: '5 $' },
      audience_age_code: { message: 'Umur {age}' },
    };
    expect(problemsOf('id', language)).toEqual([
      'picker_nothing is no English sentence',
      'action_title says nothing',
      'app_description holds a mark of the browser’s',
      'audience_age_code fills other places than the English sentence',
      'its keys are not in their order',
    ]);
    const another = { language_code: { message: 'ms' } };
    expect(problemsOf('id', another)).toEqual(['language_code is another language’s']);
    const long = { app_description: { message: 'x'.repeat(133) } };
    expect(problemsOf('id', long)).toEqual(['app_description is too long']);
    expect(problemsOf('id', { audience_age_code: { message: 'Umur {code}' } })).toEqual([]);
  });

  it('may have forms of a number that English lacks', () => {
    const [one = ''] = [...english.keys()].filter((key) => key.endsWith('_one'));
    const many = one.replace('_one', '_many');
    expect(problemsOf('ru', { [many]: { message: english.get(one) ?? '' } })).toEqual([]);
  });

  it('is told of a form of a number that its grammar has and it lacks', () => {
    const stems = [...english.keys()].filter((key) => english.has(`${key}_one`));
    const [stem = ''] = stems.filter((key) => !english.has(`${key}_other`));
    const language = { [stem]: { message: english.get(stem) ?? '' } };
    expect(problemsOf('pt_BR', language)).toEqual([`${stem}_one is lacking beside its sentence`]);
    expect(problemsOf('ja', language)).toEqual([]);
  });

  it.each(languages)('$code says which it is', ({ language }) => {
    expect(language).toHaveProperty('language_code');
  });

  it.each(languages)(
    '$code says $said of $all sentences, and none wrongly',
    ({ code, language }) => {
      expect(problemsOf(code, language)).toEqual([]);
    },
  );
});
