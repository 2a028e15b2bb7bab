import { type LauncherWords, launcherWordsBy } from '../../platform/launcher-words.ts';
import { readerWords } from '../../platform/reader-words.ts';

/**
 * What a page's launcher says. It is told here, because asking the browser there would bring every sentence of the
 * extension into the page's process, and not always in the language that the seller chose.
 */
export async function launcherWords(): Promise<LauncherWords> {
  const { write } = await readerWords();
  return launcherWordsBy((key) => write({ key }));
}
