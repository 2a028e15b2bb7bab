import { readFileSync } from 'node:fs';

/** A call that took longer is made so often again: a busy machine, and code that is new to it, make one slow. */
const REPEATS = 5;

/** Times calls, and throws where one takes too long whenever it is made. */
export interface Stopwatch {
  /** @param longest milliseconds of the processor that the call may take */
  readonly time: <T>(name: string, longest: number, call: () => T | Promise<T>) => Promise<T>;
  /** The longest call of each name, in milliseconds. */
  readonly slowest: ReadonlyMap<string, number>;
}

/** A stopwatch that has timed nothing yet; a call may take `patience` times as long as is asked of it. */
export function stopwatch(patience: number): Stopwatch {
  const slowest = new Map<string, number>();
  return {
    slowest,
    async time(name, asked, call) {
      const longest = asked * patience;
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

/** What a call mostly takes of the processor, in milliseconds; on the clock it takes at least as long. */
async function median(call: () => unknown): Promise<number> {
  const times: number[] = [];
  while (times.length < REPEATS) {
    const [began, used] = [performance.now(), usedMs()];
    await call();
    times.push(Math.min(performance.now() - began, usedMs() - used));
  }
  return times.toSorted((one, other) => one - other)[Math.floor(REPEATS / 2)] ?? 0;
}

/** What this thread has used of the processor; of the whole process where the system doesn't tell. */
function usedMs(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  }
}
