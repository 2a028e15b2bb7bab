import { CannotMake } from './kind.ts';

/** `gift-rain` as code writes it: `giftRain`. */
export const camelOf = (name: string): string =>
  name.replace(/[-/.](\w)/g, (_, letter: string) => letter.toUpperCase());

/** A name in plain words: `gift-rain`, `gift/rain` and `giftRain` are all `gift rain`. */
export const wordsIn = (name: string): string =>
  name
    .replace(
      /([a-z\d])([A-Z])/g,
      (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
    )
    .replace(/[-/._]/g, ' ');

/** The same as a title. */
export const titleOf = (name: string): string => {
  const words = wordsIn(name);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

/** Throws CannotMake that shows a good name where this one isn't. */
export function mustMatch(name: string, pattern: RegExp, rule: string): void {
  if (!pattern.test(name)) throw new CannotMake(`“${name}” is no name for it: ${rule}`);
}
