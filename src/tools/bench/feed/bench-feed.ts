import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { liveLine } from './lives.ts';
import type { Peaks } from './memory.ts';
import { simulateLives } from './simulate.ts';
import { timedBuild } from './timed-build.ts';

const BAD_INPUT = 2;

const checkout = resolve(import.meta.dirname, '../../../..');

/** What a session takes on disk while a feed is built of it, as a share of its line. */
const OVERHEAD = 1.5;

const HELP = `npm run bench -- feed [--sessions N] [--seed WORD] [--days N]
Simulates sessions, builds a benchmark feed of them and measures it.
  --sessions N   how many (default 1000000; they take about 9 kB each in the temporary folder)
  --seed WORD    the same word gives the same sessions (default 1)
  --days N       slices up to the last day (default 3)`;

interface Options {
  readonly sessions: number;
  readonly seed: string;
  readonly days: string;
}

/** Does what the command line asks for; the exit code. */
export async function benchFeed(args: readonly string[]): Promise<number> {
  const options = read(args);
  if (options === 'help') console.log(HELP);
  else if (typeof options === 'string') console.error(options);
  else return run(options);
  return options === 'help' ? 0 : BAD_INPUT;
}

async function run({ sessions, seed, days }: Options): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'feed-bench-'));
  try {
    const { bavail, bsize } = statfsSync(folder);
    const needed = sessions * liveLine(seed, 0).length * OVERHEAD;
    if (bavail * bsize < needed) {
      console.error(`${folder} lacks room: ${gigabytes(needed)} are needed.`);
      return BAD_INPUT;
    }
    const [input, work] = [join(folder, 'sessions'), join(folder, 'work')];
    const simulated = await timed(() => simulateLives(input, seed, { from: 0, to: sessions }));
    const args = [input, '--out', join(folder, 'feed'), '--days', days, '--all-agreed'];
    const { code, seconds, peaks } = await timedBuild(checkout, work, args);
    if (code === 0)
      console.log(lines(sessions, simulated.value, simulated.seconds, seconds, peaks).join('\n'));
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function lines(
  sessions: number,
  bytes: number,
  simulating: number,
  building: number,
  { together, single, folder }: Peaks,
): string[] {
  const memory = (value: number | undefined) =>
    value === undefined ? 'not known' : gigabytes(value);
  return [
    `${sessions} simulated sessions (${gigabytes(bytes)}), written in ${simulating.toFixed(0)} s.`,
    `Feed built in ${building.toFixed(1)} s: ${Math.round(sessions / building)} sessions a second on ${availableParallelism()} cores.`,
    `Peak memory: ${memory(together)} of all processes together, ${memory(single)} of the largest.`,
    `Temporary files: ${gigabytes(folder)} at most.`,
  ];
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(2)} GiB`;
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const started = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - started) / 1000 };
}

/** The options, or one sentence on what is wrong with them. */
function read(args: readonly string[]): Options | string {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      args: [...args],
      options: { sessions: text, seed: text, days: text, help: { type: 'boolean' } },
    });
    if (values.help === true) return 'help';
    const sessions = Number(values.sessions ?? 1_000_000);
    if (!Number.isInteger(sessions) || sessions < 1)
      return '--sessions takes a whole number from 1 on.';
    return { sessions, seed: values.seed ?? '1', days: values.days ?? '3' };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
