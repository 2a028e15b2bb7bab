import { readTask } from './read-task.ts';
import { openRowFile } from './row-file.ts';
import type { Task, Usual } from './task.ts';

/** Reads the tasks that its parent sends, one at a time, and answers each with its tally. */
const opened = openRowFile();

// Without its parent there is nobody to read for, and no folder to write into.
process.once('disconnect', () => process.exit());

process.on('message', (question: { readonly task: Task; readonly usual: Usual }) => {
  void answer(question);
});

async function answer({ task, usual }: { task: Task; usual: Usual }): Promise<void> {
  const rows = await opened;
  const tally = await readTask(task, usual, rows.keep);
  await rows.save(task.rows);
  process.send?.({ tally });
}
