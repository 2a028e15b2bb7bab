import { useEffect, useState } from 'preact/hooks';

/** How long a busy page may put off what waits for it to be idle, in milliseconds. */
const PATIENCE = 1_000;

/**
 * False until the browser has painted what stands already and has nothing else to do, then true for
 * good: what is out of sight is made after what is in sight. Counts from when `begun` is true.
 */
export function useIdle(begun = true): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (!begun || idle) return;
    const wait = requestIdleCallback(() => setIdle(true), { timeout: PATIENCE });
    return () => cancelIdleCallback(wait);
  }, [begun, idle]);
  return idle;
}
