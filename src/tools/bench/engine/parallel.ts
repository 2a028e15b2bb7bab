import { fork, type Serializable } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { OutcomePlan, OutcomeResult } from '../outcome/cell.ts';
import type { CellPlan, CellResult } from './cell.ts';

/** Runs cells, as many at a time as there are cores; the results in the order of the plans. */
export function runCells(plans: readonly CellPlan[]): Promise<readonly CellResult[]> {
  return runEach(new URL('./cell-process.ts', import.meta.url), plans);
}

/** The same for cells of changes that were tried. */
export function runOutcomes(plans: readonly OutcomePlan[]): Promise<readonly OutcomeResult[]> {
  return runEach(new URL('../outcome/cell-process.ts', import.meta.url), plans);
}

async function runEach<Result>(file: URL, plans: readonly object[]): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let place = next++; place < plans.length; place = next++) {
      const plan = plans[place];
      if (plan !== undefined) results[place] = await runApart<Result>(file, plan);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

/** A process and not a thread: threads don't inherit what reads TypeScript. */
function runApart<Result>(file: URL, plan: Serializable): Promise<Result> {
  return new Promise((resolve, reject) => {
    // Structured cloning keeps NaN, the mean of nothing, which JSON would lose.
    const child = fork(fileURLToPath(file), { serialization: 'advanced' });
    child.once('message', (result: Result) => resolve(result));
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`A cell ended without a result (exit ${code}).`)),
    );
    child.send(plan);
  });
}
