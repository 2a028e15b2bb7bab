import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isFocusLost } from './focus-lost.ts';

/**
 * Leads the focus on where what has it is taken off the page, as a notice that is closed: to the button that comes after
 * it, else to the last that is left, else elsewhere. A browser would drop it, and the next Tab begin at the page's top.
 *
 * @returns goes onto the element around all that may be taken away
 */
export function useFocusKept(
  elsewhere: () => HTMLElement | null,
): RefObject<HTMLDivElement | null> {
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current: around } = whole;
    if (around === null) return undefined;
    const buttons = (): readonly HTMLElement[] => [...around.querySelectorAll('button')];
    let held: { readonly element: Element; readonly after: readonly HTMLElement[] } | undefined;
    const follow = ({ target }: Event): void => {
      held = undefined;
      if (!(target instanceof Element) || !around.contains(target)) return;
      const after = buttons().filter(
        (button) => target.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING,
      );
      held = { element: target, after };
    };
    const changes = new MutationObserver(() => {
      if (held === undefined || held.element.isConnected) return;
      const { after } = held;
      held = undefined;
      // Someone else has led it on already.
      if (!isFocusLost()) return;
      const next = after.find(({ isConnected }) => isConnected) ?? buttons().at(-1) ?? elsewhere();
      next?.focus({ preventScroll: true });
    });
    changes.observe(around, { childList: true, subtree: true });
    document.addEventListener('focusin', follow);
    document.addEventListener('pointerdown', follow);
    return () => {
      changes.disconnect();
      document.removeEventListener('focusin', follow);
      document.removeEventListener('pointerdown', follow);
    };
  }, []);
  return whole;
}
