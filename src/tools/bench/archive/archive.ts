import { parseArgs } from 'node:util';
import { BUILD, noBuildIn, withExtensions } from '../built-extension.ts';
import { pairedRatioOf, timesSummary } from '../open/statistics.ts';
import { type FilledArchive, fillArchive } from './fill.ts';
import { timeImport } from './import.ts';
import { type ArchiveTimes, archiveMarks, useOnce } from './rounds.ts';
import { shopOfYears } from './shop-of-years.ts';

const FAILED = 1;
const BAD_INPUT = 2;
const SIZES = [50, 500, 5_000] as const;
/** With a hundred times as many LIVEs everything may take so many times as long. */
const MOST_GROWTH = 1.5;
/** Not timed: the browser keeps what it compiled only after a few openings. */
const WARM_UPS = 2;

const HELP = `npm run bench -- archive [--runs N] [--import]
Fills archives with ${SIZES.join(', ')} LIVEs of one shop, each in a real browser of its own, and times by turns how long
the panel takes in each: to open, to list, to search, to go to the next LIVE, to read its figures anew, and
to draw the LIVEs over time. Prints medians, and ratios to ${SIZES[0]} LIVEs, run by run.
  --runs N    rounds (default 9)
  --import    instead: one file of 5,000 LIVEs is read, compared and added
dist/ is measured as it is: run \`npm run build\` first. Exit code 1 when a median ratio isn't below ${MOST_GROWTH}.`;

/** The command behind `npm run bench -- archive`; answers the exit code. */
export async function benchArchive(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  const wrong = typeof options === 'string' ? options : noBuildIn(BUILD);
  if (typeof options === 'string' || wrong !== undefined) {
    console.error(wrong);
    return BAD_INPUT;
  }
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  return withExtensions(async (start, demo) => {
    // The list of LIVEs would bring the demo's others into each archive.
    demo.faults.set([{ fault: { kind: 'status', status: 500 }, path: '/live/list' }]);
    if (options.import) {
      const extension = await start(BUILD);
      const filled = await fillArchive(extension, shopOfYears(demo.sessions(), SIZES[0]));
      await timeImport(filled);
      return 0;
    }
    const archives: FilledArchive[] = [];
    for (const size of SIZES) {
      console.error(`Filling an archive with ${size} LIVEs …`);
      archives.push(await fillArchive(await start(BUILD), shopOfYears(demo.sessions(), size)));
    }
    const times = await byTurns(archives, options.runs);
    return printGrowth(times) ? 0 : FAILED;
  });
}

/** The times of each archive, run by run; which one is first changes from run to run. */
async function byTurns(
  archives: readonly FilledArchive[],
  runs: number,
): Promise<readonly (readonly ArchiveTimes[])[]> {
  const sides = archives.map((filled) => ({ filled, times: [] as ArchiveTimes[] }));
  for (let run = -WARM_UPS; run < runs; run += 1) {
    console.error(run < 0 ? 'Warming up …' : `Round ${run + 1} of ${runs} …`);
    for (const { filled, times } of run % 2 === 0 ? sides : sides.toReversed()) {
      const taken = await useOnce(filled);
      if (run >= 0) times.push(taken);
    }
  }
  return sides.map(({ times }) => times);
}

/** Prints what was measured, and says whether nothing grew too much. */
function printGrowth(times: readonly (readonly ArchiveTimes[])[]): boolean {
  const [few = []] = times;
  let isFlat = true;
  console.log(['', ...SIZES.map((size) => `${size} LIVEs`)].map(cell).join(''));
  for (const mark of archiveMarks) {
    const base = few.map((one) => one[mark]);
    const cells = times.map((side, place) => {
      const own = side.map((one) => one[mark]);
      const median = `${timesSummary(own).median.toFixed(0)} ms`;
      if (place === 0) return median;
      const { median: ratio, interval } = pairedRatioOf(own, base);
      isFlat &&= ratio < MOST_GROWTH;
      const range = `${interval.low.toFixed(2)}–${interval.high.toFixed(2)}`;
      return `${median} ${ratio.toFixed(2)}× (${range})${ratio < MOST_GROWTH ? '' : ' !'}`;
    });
    console.log([mark, ...cells].map(cell).join(''));
  }
  console.log(
    isFlat
      ? `Nothing takes ${MOST_GROWTH} times as long as with ${SIZES[0]} LIVEs.`
      : `What is marked with ! takes ${MOST_GROWTH} times as long as with ${SIZES[0]} LIVEs, or longer.`,
  );
  return isFlat;
}

const cell = (text: string, place: number): string => text.padEnd(place === 0 ? 22 : 30);

interface Options {
  readonly runs: number;
  readonly import: boolean;
  readonly help: boolean;
}

/** The options, or one sentence on what is wrong with them. */
function optionsOf(args: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        runs: { type: 'string' },
        import: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
    const runs = Number(values.runs ?? 9);
    if (!Number.isInteger(runs) || runs < 1) return '--runs takes a whole number from 1 on.';
    return { runs, import: values.import === true, help: values.help === true };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
