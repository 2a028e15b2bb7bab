import { builtSizeOf } from '../../../e2e/built-size.ts';
import { type AgainstOptions, againstOptions } from '../against-options.ts';
import { withExtensions } from '../built-extension.ts';
import { measure, type Opening, type OpeningPlace, openingPlaces, type Ready } from './openings.ts';
import { livesOf, makeReady } from './ready.ts';
import { type MeasuredBuild, type OpenResult, printResult, resultOf } from './result.ts';

const FAILED = 1;
const BAD_INPUT = 2;

const HELP = `npm run bench -- open [--against DIR] [--runs N] [--throttle RATE] [--json]
Times how the panel opens in a real browser over the demo's LIVEs, in a tab and docked in the dashboard.
  --against DIR    the folder of another built extension: opened by turns with dist/, compared pair by pair
  --runs N         openings of each build in each place (default 15)
  --throttle RATE  main threads run so many times slower than on this machine (default 1)
  --json           every measurement as JSON
dist/ is measured as it is: run \`npm run build\` first.`;

/** The command behind `npm run bench -- open`; answers the exit code. */
export async function benchOpen(args: readonly string[]): Promise<number> {
  const options = againstOptions(args, { runs: 15, throttle: 1 });
  if (typeof options === 'string') {
    console.error(options);
    return BAD_INPUT;
  }
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  try {
    const result = await run(options);
    console.log(options.json ? JSON.stringify(result, undefined, 2) : printResult(result));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return FAILED;
  }
}

/**
 * Measures one build or two. Each runs in a browser and a profile of its own from start to end; while
 * one is measured the other rests without an open panel.
 */
function run({ folders, runs, throttle }: AgainstOptions): Promise<OpenResult> {
  return withExtensions(async (start, demo) => {
    const lives = livesOf(demo);
    tell('The panel reads the LIVEs …');
    const readies = await Promise.all(
      folders.map(async (folder) => makeReady(await start(folder), lives, throttle)),
    );
    const openings = await takeTurns(readies, runs);
    const [build, against] = folders.map((folder, place): MeasuredBuild => {
      const measured = openings[place] ?? { tab: [], docked: [] };
      return { folder, size: builtSizeOf(folder), openings: measured };
    });
    if (build === undefined) throw new Error('There is nothing to measure.');
    const version = readies[0]?.extension.context.browser()?.version() ?? '';
    return resultOf({ browser: `Chromium ${version}`, runs, throttle }, build, against);
  });
}

/**
 * Opens the builds by turns, the same number of times each. Which one is first changes from pair to
 * pair, so that being first is no advantage.
 */
async function takeTurns(
  readies: readonly Ready[],
  runs: number,
): Promise<readonly Readonly<Record<OpeningPlace, Opening[]>>[]> {
  const sides = readies.map((ready) => ({
    ready,
    openings: { tab: [] as Opening[], docked: [] as Opening[] },
  }));
  for (let run = 0; run < runs; run += 1) {
    tell(`Opening ${run + 1} of ${runs} …`);
    const order = run % 2 === 0 ? sides : [...sides].reverse();
    for (const place of openingPlaces) {
      for (const { ready, openings } of order) openings[place].push(await measure(ready, place));
    }
  }
  return sides.map(({ openings }) => openings);
}

/** Progress goes to standard error: standard output is the result alone. */
const tell = (line: string): void => console.error(line);
