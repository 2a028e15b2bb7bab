import type { PillWords } from '../../platform/pill.ts';
import { button } from '../elements.ts';
import type { SayWord } from '../launcher/read-words.ts';

/** The closed panel's tab at the page's edge, which says how the LIVE of the page went. */
export interface Pill {
  readonly element: HTMLElement;
  /** Without words it says no more than what it opens. */
  say(says: PillWords | undefined): void;
}

/** Says nothing until it is told to. */
export function createPill(word: SayWord, open: () => void): Pill {
  const element = button('', '', open);
  return {
    element,
    say(says) {
      const name = says?.name ?? word('open');
      element.textContent = says?.text ?? word('tab');
      element.ariaLabel = name;
      element.title = name;
      element.className = `pill ${says?.tone ?? 'plain'}`;
    },
  };
}
