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
  const [part, setPart] = useState<{ readonly Part: FunctionComponent<P> } | undefined>(() => {
    const Part = loadedBy(load);
    return Part && { Part };
  });
  useEffect(() => {
    let gone = false;
    void load().then((Part) => {
      loaded.set(load, Part);
      if (!gone) setPart((before) => (before?.Part === Part ? before : { Part }));
    });
    return () => {
      gone = true;
    };
  }, [load]);
  return part === undefined ? null : <part.Part {...props} />;
}

/** What was loaded, by what loads it. */
const loaded = new WeakMap<object, FunctionComponent<never>>();

function loadedBy<P>(load: () => Promise<FunctionComponent<P>>): FunctionComponent<P> | undefined {
  const part = loaded.get(load);
  return isFrom(load, part) ? part : undefined;
}

/** What a function loaded is of the kind that it loads. */
function isFrom<P>(
  _load: () => Promise<FunctionComponent<P>>,
  part: FunctionComponent<never> | undefined,
): part is FunctionComponent<P> {
  return part !== undefined;
}
