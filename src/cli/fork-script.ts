import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A process of its own reads TypeScript by itself only where its parent was started so. */
const readsTypeScript = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Starts a script of ours in a process of its own; messages are cloned, so that NaN stays NaN. */
export function forkScript(
  script: URL,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = process.env,
): ChildProcess {
  return fork(fileURLToPath(script), [...args], {
    env,
    serialization: 'advanced',
    execArgv: ['--import', readsTypeScript],
  });
}
