import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { nextPlace, orderKeys } from '../design/next-place.ts';
import { type Drop, dropAt, dropUnder, type Ordered, sameDrop } from './drop.ts';

/** What a thing's handle hears, and how its card is to look. */
export interface Handle {
  readonly lifted: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
  readonly onPointerDown: (event: PointerEvent) => void;
}

/** What happens on the way, to be said aloud. */
export type OrderSaid = 'lifted' | 'moved' | 'dropped' | 'back';

interface Lift<Id extends string> {
  readonly id: Id;
  readonly how: 'keys' | 'pointer';
  /** By keys: the place in the list shown; by pointer: beside which card it would be put. */
  readonly place: number;
  readonly drop?: Drop<Id> | undefined;
}

/** How near to an edge of the window a drag scrolls it, and by how much a frame, in pixels. */
const EDGE = 64;
const SCROLL = 12;

/**
 * Moves things of a list by keyboard and by pointer. By keys (Space lifts and drops, arrows move,
 * Escape takes back) the card moves along; by pointer a line shows where it would be put, so that
 * nothing moves under it. `shown` is what is seen of the board, `put` writes the move.
 */
export function useOrder<T extends Ordered>(
  shown: readonly T[],
  put: (id: T['id'], drop: Drop<T['id']>) => void,
  say: (what: OrderSaid, id: T['id'], place: number) => void,
): {
  readonly list: RefObject<HTMLUListElement | null>;
  readonly order: readonly T[];
  readonly drop: Drop<T['id']> | undefined;
  readonly dragged: T['id'] | undefined;
  readonly handle: (id: T['id']) => Handle;
} {
  const list = useRef<HTMLUListElement>(null);
  const latest = useRef(shown);
  latest.current = shown;
  const lift = useSignal<Lift<T['id']> | undefined>(undefined);
  const lifted = lift.value;
  const byKeys = lifted?.how === 'keys' ? lifted : undefined;
  const order = byKeys === undefined ? shown : moved(shown, byKeys);

  // A card that is put elsewhere in the document loses the focus, and with it the keys.
  useLayoutEffect(() => {
    if (byKeys === undefined) return;
    const handle = handleOf(list.current, byKeys.id);
    handle?.focus({ preventScroll: true });
    handle?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [byKeys]);

  const key = (id: T['id'], event: KeyboardEvent): void => {
    const mine = lift.value?.id === id && lift.value.how === 'keys' ? lift.value : undefined;
    const start = shown.findIndex((one) => one.id === id);
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (mine === undefined) {
        lift.value = { id, how: 'keys', place: start };
        say('lifted', id, start);
        return;
      }
      lift.value = undefined;
      const drop = dropAt(shown, start, mine.place);
      if (drop !== undefined) put(id, drop);
      say('dropped', id, mine.place);
      return;
    }
    if (mine === undefined) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      lift.value = undefined;
      say('back', id, start);
      return;
    }
    const place = nextPlace(event.key, mine.place, shown.length, orderKeys);
    if (place === undefined) return;
    event.preventDefault();
    if (place === mine.place) return;
    lift.value = { ...mine, place };
    say('moved', id, place);
  };

  const blur = (id: T['id']): void => {
    // Moving the card takes the focus for a moment; it is back before this is looked at.
    queueMicrotask(() => {
      if (lift.value?.id !== id || lift.value.how !== 'keys') return;
      if (document.activeElement === handleOf(list.current, id)) return;
      requestAnimationFrame(() => {
        if (lift.value?.id !== id || document.activeElement === handleOf(list.current, id)) return;
        lift.value = undefined;
        say(
          'back',
          id,
          shown.findIndex((one) => one.id === id),
        );
      });
    });
  };

  const drag = (id: T['id'], event: PointerEvent): void => {
    if (event.button !== 0 || !(event.currentTarget instanceof HTMLElement)) return;
    const grip = event.currentTarget;
    const from = { x: event.clientX, y: event.clientY };
    let frame = 0;
    let at = from;
    const started = (): boolean => lift.value?.id === id && lift.value.how === 'pointer';
    const look = (): void => {
      frame = 0;
      if (!started()) return;
      const scroll = at.y < EDGE ? -SCROLL : at.y > innerHeight - EDGE ? SCROLL : 0;
      if (scroll !== 0) scrollBy({ top: scroll, behavior: 'instant' });
      const drop = dropUnder(list.current, at, latest.current, id);
      if (!sameDrop(drop, lift.value?.drop)) lift.value = { id, how: 'pointer', place: 0, drop };
      if (scroll !== 0) frame = requestAnimationFrame(look);
    };
    const move = (moving: PointerEvent): void => {
      at = { x: moving.clientX, y: moving.clientY };
      const far = Math.hypot(at.x - from.x, at.y - from.y) > 4;
      if (!started() && far) lift.value = { id, how: 'pointer', place: 0 };
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    const end = (drop: Drop<T['id']> | undefined): void => {
      stop.abort();
      cancelAnimationFrame(frame);
      if (!started()) return;
      lift.value = undefined;
      if (drop !== undefined) put(id, drop);
    };
    const stop = new AbortController();
    const { signal } = stop;
    grip.setPointerCapture(event.pointerId);
    grip.addEventListener('pointermove', move, { signal });
    grip.addEventListener('pointerup', () => end(dropUnder(list.current, at, latest.current, id)), {
      signal,
    });
    grip.addEventListener('pointercancel', () => end(undefined), { signal });
    addEventListener(
      'keydown',
      (pressed) => {
        if (pressed.key !== 'Escape' || !started()) return;
        pressed.stopPropagation();
        end(undefined);
      },
      { signal, capture: true },
    );
  };

  return {
    list,
    order,
    drop: lifted?.how === 'pointer' ? lifted.drop : undefined,
    dragged: lifted?.how === 'pointer' ? lifted.id : undefined,
    handle: (id) => ({
      lifted: byKeys?.id === id,
      onKeyDown: (event) => key(id, event),
      onBlur: () => blur(id),
      onPointerDown: (event) => drag(id, event),
    }),
  };
}

function moved<T extends Ordered>(
  shown: readonly T[],
  { id, place }: { readonly id: string; readonly place: number },
): readonly T[] {
  const one = shown.find((other) => other.id === id);
  if (one === undefined) return shown;
  const rest = shown.filter((other) => other !== one);
  return [...rest.slice(0, place), one, ...rest.slice(place)];
}

function handleOf(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-grip="${id}"]`) ?? null;
}
