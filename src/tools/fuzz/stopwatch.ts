/** A call that took longer is made so often again: a busy machine, and code that is new to it, make one slow. */
const REPEATS = 5;

/** Times calls, and throws where one takes too long whenever it is made. */
export interface Stopwatch {
  /** @param longest milliseconds of the processor that the call may take */
  readonly time: <T>(name: string, longest: number, call: () => T | Promise<T>) => Promise<T>;
  /** The longest call of each name, in milliseconds. */
  readonly slowest: ReadonlyMap<string, number>;
}

export function stopwatch(): Stopwatch {
  const slowest = new Map<string, number>();
  return {
    slowest,
    async time(name, longest, call) {
      const began = performance.now();
      const answer = await call();
      const took = performance.now() - began;
      const counted = took < longest / 4 ? took : await median(call);
      slowest.set(name, Math.max(counted, slowest.get(name) ?? 0));
      if (counted >= longest) throw new Error(`took ${Math.round(counted)} ms of the processor`);
      return answer;
    },
  };
}

/** What a call mostly takes of the processor, in milliseconds. */
async function median(call: () => unknown): Promise<number> {
  const times: number[] = [];
  while (times.length < REPEATS) {
    const before = process.cpuUsage();
    await call();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1_000);
  }
  return times.toSorted((one, other) => one - other)[Math.floor(REPEATS / 2)] ?? 0;
}
