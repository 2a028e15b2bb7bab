import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { forkScript } from '../../../cli/fork-script.ts';
import { exitCodeOf } from './exit-code.ts';
import { type Peaks, watchPeaks } from './memory.ts';

/** What a build of a feed took. */
export interface BuildTimes {
  readonly code: number;
  /** The whole, in seconds. */
  readonly seconds: number;
  /** Up to where the database was opened, which is when all sessions were read; in seconds. */
  readonly reading: number | undefined;
  readonly peaks: Peaks;
}

/** How often it is looked whether the database is there, in ms. */
const LOOK_EVERY = 20;

/**
 * Runs the feed builder as its command does, with a temporary folder of its own that is watched.
 *
 * @param checkout the folder of the project whose builder runs
 * @param work that temporary folder; it is made anew
 */
export async function timedBuild(
  checkout: string,
  work: string,
  args: readonly string[],
): Promise<BuildTimes> {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const started = performance.now();
  const child = forkScript(pathToFileURL(join(checkout, 'src/cli/feed/feed.ts')), args, {
    ...process.env,
    TMPDIR: work,
  });
  const stop = watchPeaks(child.pid ?? 0, work);
  let reading: number | undefined;
  const timer = setInterval(() => {
    if (reading === undefined && hasDatabase(work)) reading = (performance.now() - started) / 1000;
  }, LOOK_EVERY);
  const code = await exitCodeOf(child);
  const seconds = (performance.now() - started) / 1000;
  clearInterval(timer);
  return { code, seconds, reading, peaks: stop() };
}

/** Whether a build's folder holds rows and the database beside them. */
function hasDatabase(work: string): boolean {
  return readdirSync(work).some((name) => {
    const folder = join(work, name);
    const isDatabase = ['lives.duckdb', 'clickhouse'].some((one) => existsSync(join(folder, one)));
    return isDatabase && namesIn(folder).some((one) => one.startsWith('rows'));
  });
}

/** What goes while it is looked at is no more there. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
