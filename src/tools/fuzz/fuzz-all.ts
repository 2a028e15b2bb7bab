import type { FuzzedReader, Tried } from './fuzzed.ts';
import { stopwatch } from './stopwatch.ts';

/** What came of all readers. */
export interface FuzzReport {
  readonly inputs: number;
  /** Milliseconds of the slowest input of all. */
  readonly slowest: number;
  readonly failures: readonly (NonNullable<Tried['failure']> & { readonly reader: string })[];
}

interface FuzzedBy {
  readonly inputs: number;
  readonly seed: number;
  /** How many times as long as it may a reader is given: a test that has to pass on any machine tells hangs alone. */
  readonly patience?: number;
}

/** So many inputs are drawn of one seed; after one that is read wrongly the rest of them is left out. */
const BATCH = 500;

/** Tries readers with so many inputs in all, each with its share; `tell` hears of each once it was tried. */
export async function fuzzAll(
  readers: readonly FuzzedReader[],
  { inputs, seed, patience = 1 }: FuzzedBy,
  tell: (line: string) => void = () => undefined,
): Promise<FuzzReport> {
  const shares = readers.reduce((sum, { share }) => sum + share, 0);
  const watch = stopwatch(patience);
  const failures: FuzzReport['failures'][number][] = [];
  let all = 0;
  for (const reader of readers) {
    const wanted = Math.ceil((inputs * reader.share) / shares);
    const problems = new Set<string>();
    const began = performance.now();
    let tried = 0;
    for (let drawn = 0; drawn < wanted; drawn += BATCH) {
      const batch = { seed: seed + drawn, inputs: Math.min(BATCH, wanted - drawn) };
      const { inputs: done, failure } = await reader.fuzz(batch, watch);
      tried += done;
      if (failure === undefined || problems.has(failure.problem)) continue;
      problems.add(failure.problem);
      failures.push({ reader: reader.name, ...failure });
    }
    all += tried;
    const slowest = watch.slowest.get(reader.name) ?? 0;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    tell(
      `${reader.name}: ${tried} inputs in ${seconds} s, slowest ${slowest.toFixed(1)} ms, ${problems.size} failures`,
    );
  }
  return { inputs: all, slowest: Math.max(0, ...watch.slowest.values()), failures };
}
