import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { I18nContext } from '../design/i18n.ts';
import { pictureWords } from './pictures.fixture.ts';

/** A place on the page where a test shows pictures over time, in English. */
export function picturePlace() {
  const root = document.body.appendChild(document.createElement('div'));
  return {
    root,
    show: (picture: ComponentChildren): Promise<void> =>
      act(() =>
        render(<I18nContext.Provider value={pictureWords}>{picture}</I18nContext.Provider>, root),
      ),
    /** Takes the picture off the page, and the place with it. */
    clear: (): void => {
      render(null, root);
      root.remove();
    },
  };
}
