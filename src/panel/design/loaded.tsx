import { signal } from '@preact/signals';
import type { FunctionComponent, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A part of the panel whose code is loaded when it is first shown, so that the panel opens without it; it
 * shows nothing until then, and from then on is there at once, so that nothing moves when it comes again. `load`
 * stays the same function from one rendering to the next.
 */
export function Loaded<P extends object>({
  load,
  props,
}: {
  readonly load: () => Promise<FunctionComponent<P>>;
  readonly props: P;
}): JSX.Element | null {
  const Part = useLoaded(load);
  return Part === undefined ? null : <Part {...props} />;
}

/**
 * The same for what isn't one component: what `load` brings, undefined until it is there. It is asked for once `due`;
 * what can't be loaded is among `unloaded`.
 */
export function useLoaded<T extends object>(load: () => Promise<T>, due = true): T | undefined {
  const [box, setBox] = useState(() => boxOf(load));
  useEffect(() => {
    if (!due) return;
    return loadPart(load, (part) => {
      setBox((before) => (before?.part === part ? before : { part }));
    });
  }, [load, due]);
  return box?.part;
}

/**
 * Loads code and hands it to `take`; where that fails it is among `unloaded`, and taken once it was asked for again.
 * Answers how to wait no more.
 */
export function loadPart<T extends object>(
  load: () => Promise<T>,
  take: (part: T) => void,
): () => void {
  let gone = false;
  const ask = (): void =>
    void load().then(
      (part) => {
        loaded.set(load, part);
        if (!gone) take(part);
      },
      () => {
        if (!gone) unloaded.value = [...unloaded.peek(), ask];
      },
    );
  ask();
  return () => {
    gone = true;
    if (unloaded.peek().includes(ask)) {
      unloaded.value = unloaded.peek().filter((other) => other !== ask);
    }
  };
}

/**
 * Loads code before anything draws it, so that the first drawing has it. Resolves once it is there or can't be loaded,
 * which the drawing finds out by itself.
 */
export async function loadEarly<T extends object>(load: () => Promise<T>): Promise<void> {
  try {
    loaded.set(load, await load());
  } catch {
    // Told by what draws it.
  }
}

/** Parts that are wanted but could not be loaded, each by what asks for it once more. */
export const unloaded = signal<readonly (() => void)[]>([]);

/** Asks once more for all that could not be loaded. */
export function loadAgain(): void {
  const asks = unloaded.peek();
  unloaded.value = [];
  for (const ask of asks) ask();
}

/** What was loaded, by what loads it. */
const loaded = new WeakMap<object, object>();

function boxOf<T extends object>(load: () => Promise<T>): { readonly part: T } | undefined {
  const part = loaded.get(load);
  return isFrom(load, part) ? { part } : undefined;
}

/** What a function loaded is of the kind that it loads. */
function isFrom<T extends object>(_load: () => Promise<T>, part: object | undefined): part is T {
  return part !== undefined;
}
