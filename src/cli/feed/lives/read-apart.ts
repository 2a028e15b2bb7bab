import type { ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import * as v from 'valibot';
import { forkScript } from '../../fork-script.ts';
import { readTask } from './read-task.ts';
import { openRowFile } from './row-file.ts';
import type { Task, TaskResult, Usual } from './task.ts';

/** Below this a second process costs more than it saves. */
const WORTH_BYTES = 32 * 1024 * 1024;

const AnswerSchema = v.object({
  tally: v.custom<TaskResult>((value) => typeof value === 'object'),
});

/**
 * Reads all tasks into their files of rows, in as many processes as there are cores when there is
 * enough to read; the tallies in the order of the tasks.
 *
 * @param told is called after each task
 */
export async function readTasks(
  tasks: readonly Task[],
  usual: Usual,
  told: (task: Task, tally: TaskResult) => void,
): Promise<readonly TaskResult[]> {
  const bytes = tasks.reduce((sum, task) => sum + sizeOf(task), 0);
  const several = bytes >= WORTH_BYTES && tasks.length > 1;
  return several ? apart(tasks, usual, told) : here(tasks, usual, told);
}

/** Bytes that a task reads. */
export function sizeOf({ stretches }: Task): number {
  return stretches.reduce((sum, { from, to }) => sum + to - from, 0);
}

async function here(
  tasks: readonly Task[],
  usual: Usual,
  told: (task: Task, tally: TaskResult) => void,
): Promise<readonly TaskResult[]> {
  const rows = await openRowFile();
  const tallies: TaskResult[] = [];
  for (const task of tasks) {
    const tally = await readTask(task, usual, rows.keep);
    await rows.save(task.rows);
    tallies.push(tally);
    told(task, tally);
  }
  rows.close();
  return tallies;
}

async function apart(
  tasks: readonly Task[],
  usual: Usual,
  told: (task: Task, tally: TaskResult) => void,
): Promise<readonly TaskResult[]> {
  const tallies: TaskResult[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    const child = forkScript(new URL('./read-process.ts', import.meta.url));
    try {
      for (let place = next++; place < tasks.length; place = next++) {
        const task = tasks[place];
        if (task === undefined) continue;
        const tally = await ask(child, { task, usual });
        tallies[place] = tally;
        told(task, tally);
      }
    } finally {
      if (child.connected) child.disconnect();
    }
  };
  const processes = Math.min(availableParallelism(), tasks.length);
  await Promise.all(Array.from({ length: processes }, work));
  return tallies;
}

function ask(
  child: ChildProcess,
  question: { readonly task: Task; readonly usual: Usual },
): Promise<TaskResult> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void =>
      reject(new Error(`A reading process ended early (exit ${code}).`));
    child.once('exit', ended);
    child.once('error', reject);
    child.once('message', (answer: unknown) => {
      child.off('exit', ended);
      child.off('error', reject);
      const read = v.safeParse(AnswerSchema, answer);
      if (read.success) resolve(read.output.tally);
      else reject(new Error('A reading process answered with something else.'));
    });
    child.send(question);
  });
}
