import { useEffect, useState } from 'preact/hooks';

/** How long a busy page may put off what waits for it to be idle, in milliseconds. */
const PATIENCE = 1_000;

/**
 * False until the browser has painted what stands already and has nothing else to do, then true for
 * good, or until it is `of` something else, where it begins anew: what is out of sight is made after what is in sight.
 * Counts from when `begun` is true; true from the start where what is in sight is `painted` already.
 */
export function useIdle(begun = true, painted = false, of?: string): boolean {
  const [painting, setPainted] = useState(painted ? { of } : undefined);
  const idle = painting !== undefined && painting.of === of;
  useEffect(() => {
    if (!begun || idle) return;
    let rest: number | undefined;
    const end = (): void => setPainted({ of });
    // Before its next frame a browser may be idle too: then nothing of it is painted yet.
    const frame = requestAnimationFrame(() => {
      rest = requestIdleCallback(end);
    });
    // A panel out of sight has no frames.
    const patience = setTimeout(end, PATIENCE);
    return () => {
      cancelAnimationFrame(frame);
      if (rest !== undefined) cancelIdleCallback(rest);
      clearTimeout(patience);
    };
  }, [begun, idle, of]);
  return idle;
}
