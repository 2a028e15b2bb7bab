import type { LauncherWords } from '../../platform/launcher-words.ts';
import type { ExtensionApi } from './extension-api.ts';
import { fieldsOf } from './fields-of.ts';

/** What one of our controls in the page says. */
export type SayWord = (name: keyof LauncherWords) => string;

/** The words that the worker said; each that it didn't say is looked up in the browser's own language when it is shown. */
export function readWords(said: unknown, { i18n }: Pick<ExtensionApi, 'i18n'>): SayWord {
  return (name) => {
    const word = fieldsOf(said)[name];
    return typeof word === 'string' ? word : i18n.getMessage(`launcher_${name}`);
  };
}
