import type { ChildProcess } from 'node:child_process';

/** The exit code of a process, once it has ended; 1 where a signal ended it. */
export function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
