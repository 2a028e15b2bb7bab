/** So long nothing may move before a recording is taken to have stalled, in milliseconds. Chosen by us. */
export const STALL_MS = 8_000;
/** How often it is looked at. */
const EVERY_MS = 500;

/**
 * Calls `stalled` once nothing has moved for a while that is waited for. `waiting` says whether anything is,
 * `signs` gives numbers of which one changes where something moves. Answers how to stop watching.
 */
export function watchForStalls({
  waiting,
  signs,
  stalled,
}: {
  waiting: () => boolean;
  signs: () => readonly number[];
  stalled: () => void;
}): () => void {
  let last = '';
  let still = 0;
  const timer = setInterval(() => {
    const now = signs().join(' ');
    // Counted in looks and not by the clock: a machine that slept has not waited.
    still = waiting() && now === last ? still + EVERY_MS : 0;
    last = now;
    if (still < STALL_MS) return;
    still = 0;
    stalled();
  }, EVERY_MS);
  return () => clearInterval(timer);
}
