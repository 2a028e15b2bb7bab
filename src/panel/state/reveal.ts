import { useSignalEffect } from '@preact/signals';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { useApp } from './app.ts';
import type { Wanted } from './wanted.ts';

/** For what folds things away: `open` is told what is wanted, and shows it where it is one of its own. */
export function useUnfolding(open: (wanted: Wanted) => void): void {
  const { wanted } = useApp();
  useSignalEffect(() => {
    if (wanted.value !== undefined) open(wanted.value);
  });
}

/** For the thing itself, which can have the focus: once it is wanted it is scrolled to and focused. */
export function useRevealed<E extends HTMLElement>({ kind, id }: Wanted): RefObject<E | null> {
  const { wanted } = useApp();
  const element = useRef<E>(null);
  useSignalEffect(() => {
    const one = wanted.value;
    if (one?.kind !== kind || one.id !== id || element.current === null) return;
    wanted.value = undefined;
    element.current.scrollIntoView({ block: 'center' });
    element.current.focus({ preventScroll: true });
  });
  return element;
}
