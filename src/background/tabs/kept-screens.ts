import { hearNews } from '../../archive/news.ts';
import { browser } from '../../platform/browser.ts';
import { hearLanguage } from '../../platform/chosen-language.ts';
import { keptScreenKeys, outdatesScreen } from '../../platform/kept-screen.ts';

/** Drops the first screens that panels drew, as soon as one of them may show what is no longer so. */
export function dropOutdatedScreens(): void {
  const drop = (): void => {
    // Without the storage there is none either.
    browser.storage.session.remove([...keptScreenKeys]).catch(() => undefined);
  };
  hearNews((news) => {
    if (outdatesScreen(news)) drop();
  });
  hearLanguage(drop);
}
