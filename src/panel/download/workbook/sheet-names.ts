import { workbookText } from './xml-text.ts';

const MOST_LETTERS = 31;

/** Names of sheets as Excel takes them: short, without its marks, none twice whatever the case. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title, place) => {
    const plain = workbookText(title)
      .replace(/[[\]:*?/\\\t\r\n]/g, ' ')
      .trim()
      .replace(/^'+|'+$/g, '');
    // Excel keeps this name for itself.
    const usable =
      plain === '' || /^history$/i.test(plain) ? `${plain} ${place + 1}`.trim() : plain;
    let name = cut(usable, MOST_LETTERS);
    for (let next = 2; taken.has(name.toLowerCase()); next++) {
      const mark = ` (${next})`;
      name = `${cut(usable, MOST_LETTERS - mark.length)}${mark}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

/** The first letters, none of them cut in half, and no quote that would end a name. */
const cut = (text: string, most: number): string =>
  text
    .slice(0, most)
    .replace(/\p{Surrogate}$/u, '')
    .replace(/[\s']+$/, '');
