import { type LauncherWords, launcherWordsBy } from '../../platform/launcher-words.ts';
import type { ExtensionApi } from './extension-api.ts';

/** Makes the words out of what the worker said; what it didn't say, out of the browser's own, while the extension answers. */
export function readWords(said: unknown, { i18n }: ExtensionApi): LauncherWords {
  const known = new Map<string, unknown>(
    typeof said === 'object' && said !== null ? Object.entries(said) : [],
  );
  return launcherWordsBy((key) => {
    const word = known.get(key.slice('launcher_'.length));
    return typeof word === 'string' ? word : i18n.getMessage(key);
  });
}
