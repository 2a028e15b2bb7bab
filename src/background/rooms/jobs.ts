/** Runs jobs a few at a time, and one job for one key however many ask. */
export interface Jobs<T> {
  /** The outcome of the job under way for `key`, else of `work`, which starts when it is its turn. */
  run(key: string, work: () => Promise<T>): Promise<T>;
  /**
   * As `run`, for who isn't content with what a job that `run` started may bring: where one is under
   * way, `work` starts after it. Later askers of either kind get this one's outcome.
   */
  runAnew(key: string, work: () => Promise<T>): Promise<T>;
  /** Resolves once no job for `key` is under way, however it ended; at once where none is. */
  settled(key: string): Promise<void>;
}

interface Job<T> {
  readonly outcome: Promise<T>;
  readonly anew: boolean;
}

/** Jobs in the order they were asked for, at most `limit` at once. */
export function createJobs<T>(limit: number): Jobs<T> {
  const underWay = new Map<string, Job<T>>();
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
  const start = async (work: () => Promise<T>): Promise<T> => {
    await turn();
    try {
      return await work();
    } finally {
      done();
    }
  };
  const begin = (key: string, anew: boolean, starting: () => Promise<T>): Promise<T> => {
    const forget = (): void => {
      if (underWay.get(key) === job) underWay.delete(key);
    };
    const outcome = starting().finally(forget);
    const job: Job<T> = { outcome, anew };
    underWay.set(key, job);
    return outcome;
  };

  return {
    run(key, work) {
      return underWay.get(key)?.outcome ?? begin(key, false, () => start(work));
    },
    runAnew(key, work) {
      const known = underWay.get(key);
      if (known?.anew) return known.outcome;
      return begin(key, true, async () => {
        await known?.outcome.catch(() => undefined);
        return start(work);
      });
    },
    async settled(key) {
      await underWay.get(key)?.outcome.catch(() => undefined);
    },
  };
}
