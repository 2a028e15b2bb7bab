import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { type I18n, I18nContext } from './design/i18n.ts';

/** What a page shows, in its words, and in others as soon as they change. */
export function InWords({
  words,
  children,
}: {
  words: ReadonlySignal<I18n>;
  children: ComponentChildren;
}): JSX.Element {
  return <I18nContext.Provider value={words.value}>{children}</I18nContext.Provider>;
}
