import { mkdirSync, mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { forkScript } from '../../../cli/fork-script.ts';
import { liveLine } from './lives.ts';
import { type Peaks, watchPeaks } from './memory.ts';

const BAD_INPUT = 2;

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
    mkdirSync(input);
    mkdirSync(work);
    const simulated = await timed(() => simulate(input, seed, sessions));
    const built = await timed(() => build(input, work, join(folder, 'feed'), days));
    if (built.value.code !== 0) return built.value.code;
    console.log(
      lines(sessions, simulated.value, simulated.seconds, built.seconds, built.value.peaks).join(
        '\n',
      ),
    );
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes the sessions in as many files as there are cores; their bytes. */
async function simulate(folder: string, seed: string, sessions: number): Promise<number> {
  const parts = availableParallelism();
  const bytes = await Promise.all(
    Array.from({ length: parts }, async (_, part) => {
      const path = join(folder, `${part}.ndjson`);
      const edges = [part, part + 1].map((edge) => String(Math.floor((sessions * edge) / parts)));
      await exitCodeOf(
        forkScript(new URL('./write-process.ts', import.meta.url), [path, seed, ...edges]),
      );
      return statSync(path).size;
    }),
  );
  return bytes.reduce((sum, size) => sum + size, 0);
}

/** Runs the builder as its command does, with a temporary folder of its own that is watched. */
async function build(
  input: string,
  work: string,
  out: string,
  days: string,
): Promise<{ readonly code: number; readonly peaks: Peaks }> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = work;
  const args = [input, '--out', out, '--days', days, '--all-agreed'];
  const child = forkScript(new URL('../../../cli/feed/feed.ts', import.meta.url), args);
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  const stop = watchPeaks(child.pid ?? 0, work);
  const code = await exitCodeOf(child);
  return { code, peaks: stop() };
}

function exitCodeOf(child: ReturnType<typeof forkScript>): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
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
