/** Runs jobs a few at a time, and one job for one key however many ask. */
export interface Jobs<T> {
  /** The outcome of the job under way for `key`, else of `work`, which starts when it is its turn. */
  run(key: string, work: () => Promise<T>): Promise<T>;
}

/** Jobs in the order they were asked for, at most `limit` at once. */
export function createJobs<T>(limit: number): Jobs<T> {
  const underWay = new Map<string, Promise<T>>();
  const waiting: (() => void)[] = [];
  let running = 0;

  const turn = async (): Promise<void> => {
    if (running < limit) {
      running += 1;
      return;
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const done = (): void => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  const start = async (key: string, work: () => Promise<T>): Promise<T> => {
    await turn();
    try {
      return await work();
    } finally {
      underWay.delete(key);
      done();
    }
  };

  return {
    run(key, work) {
      const known = underWay.get(key);
      if (known !== undefined) return known;
      const job = start(key, work);
      underWay.set(key, job);
      return job;
    },
  };
}
