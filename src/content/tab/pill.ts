import type { LauncherWords } from '../../platform/launcher-words.ts';
import type { PillWords } from '../../platform/pill.ts';
import { button } from '../elements.ts';

/** The closed panel: a tab at the page's edge that opens it, and says how the LIVE of the page went. */
export interface Pill {
  readonly element: HTMLElement;
  /** Without words it says no more than what it opens. */
  say(says: PillWords | undefined): void;
}

export function createPill(words: LauncherWords, open: () => void): Pill {
  const element = button('pill', '', open);
  const say: Pill['say'] = (says) => {
    const { text, name, tone }: PillWords = says ?? {
      text: words.tab,
      name: words.open,
      tone: 'plain',
    };
    element.textContent = text;
    element.ariaLabel = name;
    element.title = name;
    element.className = `pill ${tone}`;
  };
  say(undefined);
  return { element, say };
}
