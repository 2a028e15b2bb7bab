import { type LauncherWords, launcherWordsBy } from '../../platform/launcher-words.ts';
import type { ExtensionApi } from './extension-api.ts';

/** The words that the worker said; each that it didn't say, in the browser's own language. */
export function readWords(said: unknown, { i18n }: Pick<ExtensionApi, 'i18n'>): LauncherWords {
  const known = new Map<string, unknown>(
    typeof said === 'object' && said !== null ? Object.entries(said) : [],
  );
  return launcherWordsBy((key) => {
    const word = known.get(key.slice('launcher_'.length));
    return typeof word === 'string' ? word : i18n.getMessage(key);
  });
}
