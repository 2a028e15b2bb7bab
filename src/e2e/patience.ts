/**
 * How long a browser test waits for what is on its way. Long, because a busy machine is slow and
 * waiting costs nothing where it works. The browser tries each single deed as long, and a whole test
 * may take a multiple of it (vite.config.ts).
 *
 * After a deed nothing is read on the spot: one value is waited for by `await expect.poll(read)`;
 * several that hold together, and all that a beforeAll waits for, by `vi.waitFor(…, soon)`. That something does not happen is expected only
 * after something has that would come later. `waits.test.ts` holds what of it can be held.
 */
export const soon = { timeout: 20_000, interval: 50 };
