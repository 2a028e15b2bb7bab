import { mkdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { forkScript } from '../../../cli/fork-script.ts';
import { exitCodeOf } from './exit-code.ts';

/** Which of the simulated LIVEs: `from` up to `to`, which is not among them. */
export interface LiveNumbers {
  readonly from: number;
  readonly to: number;
}

/** Writes simulated LIVEs into as many files of a folder as there are cores; their bytes. */
export async function simulateLives(
  folder: string,
  seed: string,
  { from, to }: LiveNumbers,
): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const parts = availableParallelism();
  const edge = (part: number): string => String(from + Math.floor(((to - from) * part) / parts));
  const bytes = await Promise.all(
    Array.from({ length: parts }, async (_, part) => {
      const path = join(folder, `${part}.ndjson`);
      const args = [path, seed, edge(part), edge(part + 1)];
      await exitCodeOf(forkScript(new URL('./write-process.ts', import.meta.url), args));
      return statSync(path).size;
    }),
  );
  return bytes.reduce((sum, size) => sum + size, 0);
}
