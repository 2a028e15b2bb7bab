import { type ReadonlySignal, signal } from '@preact/signals';
import { failed, fault, ok, type Result } from '../metrics/fault.ts';
import { chooseLanguage, chosenLanguage, hearLanguage } from '../platform/chosen-language.ts';
import type { Language } from '../platform/languages.ts';

/** The language that the extension is read in. */
export interface LanguageStore {
  /** Undefined while it follows the browser. */
  readonly chosen: ReadonlySignal<Language | undefined>;
  readonly read: () => Promise<void>;
  readonly choose: (language: Language | undefined) => Promise<Result<Language | undefined>>;
}

export function createLanguageStore(): LanguageStore {
  const chosen = signal<Language | undefined>(undefined);
  hearLanguage((language) => {
    chosen.value = language;
  });
  return {
    chosen,
    read: async () => {
      chosen.value = await chosenLanguage();
    },
    choose: async (language) => {
      try {
        await chooseLanguage(language);
        return ok(language);
      } catch {
        return failed(fault('storage-full'));
      }
    },
  };
}
