import type { LauncherWords } from '../../platform/launcher-words.ts';
import type { ExtensionApi } from './extension-api.ts';

/** What one of our controls in the page says. */
export type SayWord = (name: keyof LauncherWords) => string;

/** The words that the worker said; each that it didn't say is looked up in the browser's own language when it is shown. */
export function readWords(said: unknown, { i18n }: Pick<ExtensionApi, 'i18n'>): SayWord {
  return (name) => {
    const word: unknown = typeof said === 'object' && said !== null && Reflect.get(said, name);
    return typeof word === 'string' ? word : i18n.getMessage(`launcher_${name}`);
  };
}
