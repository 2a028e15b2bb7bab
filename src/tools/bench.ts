import { benchEngine } from './bench/engine/bench.ts';

type Bench = (args: readonly string[]) => Promise<number>;

/** Loaded only when asked for: the engine's own bench needs neither a browser nor a database. */
const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  real: async () => (await import('./bench/real/real.ts')).benchReal,
  report: async () => (await import('./bench/report/report.ts')).benchReport,
  feed: async () => (await import('./bench/feed/bench-feed.ts')).benchFeed,
  engines: async () => (await import('./bench/engines/bench-engines.ts')).benchEngines,
  open: async () => (await import('./bench/open/open.ts')).benchOpen,
  page: async () => (await import('./bench/page/page.ts')).benchPage,
  history: async () => (await import('./bench/history/history.ts')).benchHistory,
  board: async () => (await import('./bench/board/board.ts')).benchBoard,
  archive: async () => (await import('./bench/archive/archive.ts')).benchArchive,
};

const MORE = `npm run bench -- real --help    bands and verdicts on real LIVEs
npm run bench -- report --help  how long a report takes
npm run bench -- feed --help    the feed builder
npm run bench -- engines --help the feed builder on each of its engines
npm run bench -- open --help    how the panel opens, in a real browser
npm run bench -- page --help    what the extension costs the page, in a real browser
npm run bench -- history --help how the last three months are read, in a real browser
npm run bench -- board --help   how a large board opens, in a real browser
npm run bench -- archive --help how the panel does with 5,000 LIVEs, in a real browser`;

/** The command behind `npm run bench`: runs the bench that is named, else the engine's; answers the exit code. */
async function run(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const load = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (load !== undefined) return (await load())(rest);
  const code = await benchEngine(args);
  if (args.includes('--help')) console.log(MORE);
  return code;
}

process.exitCode = await run(process.argv.slice(2));
