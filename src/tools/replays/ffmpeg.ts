import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a program to its end; rejects with what it says where it fails. */
export const runProgram = promisify(execFile);

/** Runs ffmpeg over files that may be there. */
export async function ffmpeg(args: readonly string[]): Promise<void> {
  await runProgram('ffmpeg', ['-nostdin', '-loglevel', 'error', '-y', ...args]);
}

/** Which programs are missing that make recordings; none where all are there. */
export async function missingPrograms(): Promise<string[]> {
  const missing: string[] = [];
  for (const [program, asked] of [
    ['ffmpeg', '-version'],
    ['espeak-ng', '--version'],
  ] as const) {
    await runProgram(program, [asked]).catch(() => missing.push(program));
  }
  return missing;
}
