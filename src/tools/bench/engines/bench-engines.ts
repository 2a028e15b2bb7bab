import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hasChdb } from '../../../cli/feed/engines/chdb.ts';
import { simulateLives } from '../feed/simulate.ts';
import { type BuildTimes, timedBuild } from '../feed/timed-build.ts';
import { generateRows } from './generate-rows.ts';

const BAD_INPUT = 2;

const HELP = `npm run bench -- engines [--sessions N] [--rows N] [--times N] [--against DIR]
Builds a feed of simulated sessions by DuckDB and by ClickHouse, one after the other, again and again, and tells
reading and SQL apart; then builds one of generated rows by both. All figures are simulated.
  --sessions N   how many (default 1000000; they take about 9 kB each in the temporary folder)
  --rows N       how many rows to generate (default 10000000; 0 for none)
  --times N      how often each builds (default 3)
  --against DIR  another checkout of this project, whose builder takes its turn too
  --seed WORD    the same word gives the same sessions (default 1)`;

interface EnginesAsked {
  readonly sessions: number;
  readonly rows: number;
  readonly times: number;
  readonly seed: string;
  readonly against: string | undefined;
}

interface Turn {
  readonly name: string;
  readonly checkout: string;
  readonly args: readonly string[];
}

const here = resolve(import.meta.dirname, '../../../..');

/** Does what the command line asks for; the exit code. */
export async function benchEngines(args: readonly string[]): Promise<number> {
  const asked = askedIn(args);
  if (asked === 'help') {
    console.log(HELP);
    return 0;
  }
  if (typeof asked === 'string' || !hasChdb()) {
    console.error(
      typeof asked === 'string' ? asked : 'npm run feed:install-clickhouse comes first.',
    );
    return BAD_INPUT;
  }
  const folder = mkdtempSync(join(tmpdir(), 'engines-bench-'));
  try {
    return await measure(asked, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  { sessions, rows, times, seed, against }: EnginesAsked,
  folder: string,
): Promise<number> {
  const input = join(folder, 'sessions');
  const bytes = await simulateLives(input, seed, { from: 0, to: sessions });
  console.log(
    `${sessions} simulated sessions (${gibibytes(bytes)}) on ${availableParallelism()} cores.`,
  );
  const byDuckDb: Turn = { name: 'DuckDB', checkout: here, args: [input, '--all-agreed'] };
  const turns: readonly Turn[] = [
    byDuckDb,
    { ...byDuckDb, name: 'ClickHouse', args: [input, '--all-agreed', '--engine', 'clickhouse'] },
    ...(against === undefined ? [] : [{ ...byDuckDb, name: against, checkout: resolve(against) }]),
  ];
  const built = await inTurns(turns, times, folder);
  if (typeof built === 'number') return built;
  if (rows === 0) return 0;
  const kept = join(folder, 'kept');
  const keeping = [...byDuckDb.args, '--to-parquet', kept];
  const code = await inTurns([{ ...byDuckDb, name: 'Keeping the rows', args: keeping }], 1, folder);
  if (typeof code === 'number') return code;
  rmSync(input, { recursive: true });
  const generated = join(folder, 'generated');
  await generateRows(`${kept}/*.parquet`, generated, { kept: sessions, wanted: rows });
  console.log(`${rows} generated rows (${gibibytes(sizeOf(generated))} as Parquet).`);
  const ofRows = ['--parquet', `${generated}/*.parquet`];
  const engines = ['clickhouse', 'duckdb'].map(
    (engine): Turn => ({ name: engine, checkout: here, args: [...ofRows, '--engine', engine] }),
  );
  const last = await inTurns(engines, 1, folder);
  return typeof last === 'number' ? last : 0;
}

/** Each builds in its turn, so that what slows the machine for a while slows all alike; the exit code of one that fails. */
async function inTurns(
  turns: readonly Turn[],
  times: number,
  folder: string,
): Promise<number | undefined> {
  const taken = turns.map((): BuildTimes[] => []);
  for (let time = 0; time < times; time++)
    for (const [nth, { checkout, args }] of turns.entries()) {
      const out = join(folder, 'feed');
      rmSync(out, { recursive: true, force: true });
      const build = await timedBuild(checkout, join(folder, 'work'), [...args, '--out', out]);
      if (build.code !== 0) return build.code;
      taken[nth]?.push(build);
    }
  for (const [nth, { name }] of turns.entries()) console.log(lineOf(name, taken[nth] ?? []));
  return undefined;
}

/** The middle one of the builds of a turn by their time, and the most that any of them took of memory and disk. */
function lineOf(name: string, builds: readonly BuildTimes[]): string {
  const inOrder = [...builds].sort((a, b) => a.seconds - b.seconds);
  const middle = inOrder[Math.floor((inOrder.length - 1) / 2)];
  if (middle === undefined) return name;
  const { seconds, reading } = middle;
  const parts =
    reading === undefined
      ? ''
      : ` (reading ${reading.toFixed(1)}, SQL and writing ${(seconds - reading).toFixed(1)})`;
  const all = inOrder.map((build) => build.seconds.toFixed(1)).join(', ');
  const most = (read: (build: BuildTimes) => number | undefined): string =>
    gibibytes(Math.max(...builds.map((build) => read(build) ?? 0)));
  const memory = `${most(({ peaks }) => peaks.together)} of memory, ${most(({ peaks }) => peaks.single)} in the largest process`;
  return `${name}: ${seconds.toFixed(1)} s${parts} of ${all}; ${memory}, ${most(({ peaks }) => peaks.folder)} of temporary files.`;
}

function sizeOf(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

function gibibytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(2)} GiB`;
}

/** The options, or one sentence on what is wrong with them. */
function askedIn(args: readonly string[]): EnginesAsked | string {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...{ sessions: text, rows: text, times: text, seed: text, against: text },
        help: { type: 'boolean' },
      },
    });
    if (values.help === true) return 'help';
    const [sessions, rows, times] = [
      Number(values.sessions ?? 1_000_000),
      Number(values.rows ?? 10_000_000),
      Number(values.times ?? 3),
    ];
    if (
      ![sessions, rows, times].every(Number.isInteger) ||
      Math.min(sessions, times) < 1 ||
      rows < 0
    )
      return '--sessions, --rows and --times take whole numbers.';
    return { sessions, rows, times, seed: values.seed ?? '1', against: values.against };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
