import { type LauncherWords, launcherWordsBy } from '../../platform/launcher-words.ts';
import { readerWords } from '../../platform/reader-words.ts';

/** What a page's launcher says, in the language that the seller chose: the browser there knows its own alone. */
export async function launcherWords(): Promise<LauncherWords> {
  const { write } = await readerWords();
  return launcherWordsBy((key) => write({ key }));
}
