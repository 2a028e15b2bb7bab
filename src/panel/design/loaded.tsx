import type { FunctionComponent, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A part of the panel whose code is loaded when it is first shown, so that the panel opens without it; it
 * shows nothing until then. `load` stays the same function from one rendering to the next.
 */
export function Loaded<P extends object>({
  load,
  props,
}: {
  readonly load: () => Promise<FunctionComponent<P>>;
  readonly props: P;
}): JSX.Element | null {
  const [part, setPart] = useState<{ readonly Part: FunctionComponent<P> }>();
  useEffect(() => {
    let gone = false;
    void load().then((Part) => {
      if (!gone) setPart({ Part });
    });
    return () => {
      gone = true;
    };
  }, [load]);
  return part === undefined ? null : <part.Part {...props} />;
}
