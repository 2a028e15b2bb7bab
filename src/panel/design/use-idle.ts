import { useEffect, useState } from 'preact/hooks';

/** How long a busy page may put off what waits for it to be idle, in milliseconds. */
const PATIENCE = 1_000;

/**
 * False until the browser has painted what stands already and has nothing else to do, then true for
 * good: what is out of sight is made after what is in sight. Counts from when `begun` is true; true from the start
 * where what is in sight is `painted` already.
 */
export function useIdle(begun = true, painted = false): boolean {
  const [idle, setIdle] = useState(painted);
  useEffect(() => {
    if (!begun || idle) return;
    let rest: number | undefined;
    const end = (): void => setIdle(true);
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
  }, [begun, idle]);
  return idle;
}
