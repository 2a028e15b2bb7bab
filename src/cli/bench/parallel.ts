import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { CellPlan, CellResult } from './cell.ts';

/** Runs cells, as many at a time as there are cores; the results in the order of the plans. */
export async function runCells(plans: readonly CellPlan[]): Promise<readonly CellResult[]> {
  const results: CellResult[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let place = next++; place < plans.length; place = next++) {
      const plan = plans[place];
      if (plan !== undefined) results[place] = await runApart(plan);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

/** A process and not a thread: threads don't inherit what reads TypeScript. */
function runApart(plan: CellPlan): Promise<CellResult> {
  return new Promise((resolve, reject) => {
    const file = fileURLToPath(new URL('./cell-process.ts', import.meta.url));
    // Structured cloning keeps NaN, the mean of nothing, which JSON would lose.
    const child = fork(file, { serialization: 'advanced' });
    child.once('message', (result: CellResult) => resolve(result));
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`A cell ended without a result (exit ${code}).`)),
    );
    child.send(plan);
  });
}
