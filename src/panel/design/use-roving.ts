import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { moveFocus } from './next-place.ts';

/**
 * Makes many like controls one stop of the Tab key: one of those that match `selector` inside the element is
 * reached by Tab, the arrow keys, Home and End lead from there to the others, and the last one is come back to.
 */
export function useRoving<E extends HTMLElement>(selector: string): RefObject<E | null> {
  const element = useRef<E>(null);
  // After each rendering: rows come and go with the LIVE and with what is unfolded.
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const all = (): HTMLElement[] =>
      [...current.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility());
    const stop = (wanted: HTMLElement | undefined): void => {
      for (const one of current.querySelectorAll<HTMLElement>(selector)) {
        one.tabIndex = one === wanted ? 0 : -1;
      }
    };
    // With the next frame, whose layout it asks for: asked for at once, each rendering is laid out twice.
    const frame = requestAnimationFrame(() => {
      const places = all();
      stop(places.find((one) => one.tabIndex === 0 && one.dataset.stop !== undefined) ?? places[0]);
    });
    const keep = ({ target }: FocusEvent): void => {
      const one = all().find((other) => other === target);
      if (one === undefined) return;
      for (const other of current.querySelectorAll<HTMLElement>(selector)) {
        delete other.dataset.stop;
      }
      one.dataset.stop = '';
      stop(one);
    };
    const move = (event: KeyboardEvent): void => {
      if (!(event.target instanceof HTMLElement)) return;
      const places = all();
      const at = places.indexOf(event.target);
      if (at >= 0) moveFocus(event, places, at);
    };
    current.addEventListener('focusin', keep);
    current.addEventListener('keydown', move);
    return () => {
      cancelAnimationFrame(frame);
      current.removeEventListener('focusin', keep);
      current.removeEventListener('keydown', move);
    };
  });
  return element;
}
