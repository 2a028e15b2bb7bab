import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { hasLettersFromRight } from '../../metrics/direction-marks.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { hearLanguage } from '../../platform/chosen-language.ts';
import { readerWords } from '../../platform/reader-words.ts';
import { type I18n, i18nOf } from '../design/i18n.ts';

/**
 * The words of a page in the reader's language, chosen or the browser's, and in another one as soon as that is chosen
 * anywhere. The page's document says the language and bears the title.
 */
export async function pageWords(page: Document, title: MessageKey): Promise<ReadonlySignal<I18n>> {
  let choices = 0;
  /** In the language that was chosen last, however often another one is while its sentences are read. */
  const newest = async (): Promise<I18n> => {
    const read = choices;
    const words = i18nOf(await readerWords());
    return read === choices ? words : newest();
  };
  let words: Signal<I18n> | undefined;
  hearLanguage(() => {
    choices += 1;
    void newest().then((next) => {
      if (words !== undefined) words.value = next;
    });
  });
  const shown = signal(await newest());
  words = shown;
  effect(() => {
    tellLanguage(page, shown.value);
    page.title = shown.value.t(title);
  });
  return shown;
}

/**
 * Says on a page's document in which language and which way it is written. The way is read off a sentence: a browser
 * whose own language we lack shows English ones, from the left, whichever way its own words go.
 */
function tellLanguage(page: Document, { locale, t }: I18n): void {
  page.documentElement.lang = locale;
  page.documentElement.dir = hasLettersFromRight([t('panel_skip')]) ? 'rtl' : 'ltr';
}
