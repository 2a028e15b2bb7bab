import type { PillWords } from '../../platform/pill.ts';
import { button } from './elements.ts';
import type { Texts } from './texts.ts';

/** The closed panel: a tab at the page's edge that opens it, and says how the LIVE of the page went. */
export interface Pill {
  readonly element: HTMLElement;
  /** Without words it says no more than what it opens. */
  say(words: PillWords | undefined): void;
}

export function createPill(texts: Texts, open: () => void): Pill {
  const element = button('pill', '', open);
  const say: Pill['say'] = (words) => {
    const { text, name, tone }: PillWords = words ?? {
      text: texts.tab,
      name: texts.open,
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
