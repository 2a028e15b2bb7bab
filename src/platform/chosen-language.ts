import * as v from 'valibot';
import { browser } from './browser.ts';
import { type Language, LanguageSchema } from './languages.ts';

/** Beside the archives: pages need it before they draw anything, and it is of this browser and not of a shop. */
const KEY = 'language';
const read = (stored: unknown): Language | undefined => {
  const language = v.safeParse(LanguageSchema, stored);
  return language.success ? language.output : undefined;
};

/** The language that the seller chose for the extension; undefined while it follows the browser. */
export async function chosenLanguage(): Promise<Language | undefined> {
  const stored = await browser.storage.local.get(KEY).catch(() => undefined);
  return read(stored?.[KEY]);
}

/** Keeps the seller's choice for this browser; undefined follows the browser again. Rejects where nothing can be kept. */
export async function chooseLanguage(language: Language | undefined): Promise<void> {
  if (language === undefined) await browser.storage.local.remove(KEY);
  else await browser.storage.local.set({ [KEY]: language });
}

/** Hears of each choice from now on, whichever page it was made on. */
export function hearLanguage(hear: (language: Language | undefined) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const change = changes[KEY];
    if (area === 'local' && change !== undefined) hear(read(change.newValue));
  });
}
