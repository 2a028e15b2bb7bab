const chains = new Map<string, Promise<unknown>>();

/**
 * Runs `work` alone among all holders of the same name: across the extension's pages and worker
 * where the browser has Web Locks, else (in a terminal) within this process. Passes on what `work`
 * returns or throws; a failure doesn't hold up the next one. Not re-entrant.
 */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  if (!locks) return chained(name, work);
  return locks.request(name, work);
}

/**
 * Runs `work` alone among all holders of any of the names. They are taken in one order, so that two
 * of these never wait for each other.
 */
export function withLocks<T>(names: readonly string[], work: () => Promise<T>): Promise<T> {
  const inOrder = [...new Set(names)].sort();
  const take = (place: number): Promise<T> => {
    const name = inOrder[place];
    return name === undefined ? work() : withLock(name, () => take(place + 1));
  };
  return take(0);
}

function chained<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = chains.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  chains.set(name, mine);
  const forget = (): void => {
    if (chains.get(name) === mine) chains.delete(name);
  };
  mine.then(forget, forget);
  return mine;
}
