import type { BrowserContext } from 'playwright-core';
import * as v from 'valibot';
import { manyPinned } from '../../../e2e/board-filling.ts';
import { archivedRooms, fillBoard } from '../../../e2e/panel-archive.ts';
import { now } from '../../../platform/current-time.ts';
import { BUILD, type BuiltExtension, noBuildIn, withExtensions } from '../built-extension.ts';
import { fillPlans, heavyPicture, manyPlans } from './filling.ts';

const BAD_INPUT = 2;
const PINNED = 500;
const PLANS = 200;
const RUNS = 21;
const LIMIT_MS = 100;

const FIGURES = { name: 'first figures painted', sight: '#diagnosis' };
const parts = [
  { name: `${PINNED} pinned painted`, sight: '#pinned .pinned' },
  { name: `${PLANS} plans painted`, sight: '#next:has(.plan-items li):has(.plan-past)' },
];
const marks = [FIGURES, ...parts];
const TimesSchema = v.record(v.string(), v.nullable(v.number()));

const HELP = `npm run bench -- board
Times, in a real browser, how long the panel takes from its opening until it has painted ${PINNED} pinned things
and ${PLANS} plans, beside the first figures of a LIVE. dist/ is measured as it is: run \`npm run build\` first.
Exit code 1 when either stands ${LIMIT_MS} ms or more after the figures, by the medians.`;

/** The command behind `npm run bench -- board`; answers the exit code. */
export async function benchBoard(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const wrong = args.length > 0 ? 'The board bench takes no options.' : noBuildIn(BUILD);
  if (wrong !== undefined) {
    console.error(wrong);
    return BAD_INPUT;
  }
  return withExtensions(async (start) => ((await isQuick(await start(BUILD))) ? 0 : 1));
}

/** Fills the board and the plans of the sample shop, measures, prints, and says whether it is quick enough. */
async function isQuick({ context, panel }: BuiltExtension): Promise<boolean> {
  const tab = await context.newPage();
  await tab.goto(panel);
  await tab.getByRole('button', { name: 'Explore a sample shop' }).click();
  await tab.locator('#benchmarks').waitFor();
  const room = (await archivedRooms(tab, 'sample'))[0]?.id;
  if (room === undefined) throw new Error('The sample shop has no LIVE.');
  const seconds = Math.floor(now() / 1000);
  const things = manyPinned(PINNED, seconds).map((pinned, place) => ({
    pinned,
    picture: heavyPicture(place),
  }));
  await fillBoard(tab, 'sample', things);
  await fillPlans(tab, manyPlans(PLANS, room, seconds));
  await tab.close();
  await context.addInitScript(watch, marks);
  const runs = await timed(context, panel);
  const due = print(FIGURES.name, runs) + LIMIT_MS;
  const medians = parts.map(({ name }) => print(name, runs));
  const quick = Math.max(...medians) < due;
  console.log(`${quick ? 'Both' : 'Not both'} painted less than ${LIMIT_MS} ms after the figures.`);
  return quick;
}

type Times = Readonly<Record<string, number | null>>;

/** Opens the panel over and over; a run each, once all that is waited for was painted. */
async function timed(context: BrowserContext, panel: string): Promise<Times[]> {
  const runs: Times[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const tab = await context.newPage();
    await tab.goto(panel);
    // A tab behind another paints nothing.
    await tab.bringToFront();
    for (const { name } of marks) {
      await tab.locator(`html[data-times*="${name}"]`).waitFor({ state: 'attached' });
    }
    // A time is there as soon as its frame began, and is a number once that has ended.
    await tab.locator('html:not([data-times*="null"])').waitFor({ state: 'attached' });
    const times = await tab.evaluate(() => document.documentElement.getAttribute('data-times'));
    runs.push(v.parse(TimesSchema, JSON.parse(times ?? '{}')));
    await tab.close();
  }
  return runs;
}

/** Prints how long something took in all runs, and answers the median in milliseconds. */
function print(name: string, runs: readonly Times[]): number {
  const sorted = runs.flatMap((times) => times[name] ?? []).sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  const [median, low, high] = [0.5, 0.1, 0.9].map((share) => `${at(share).toFixed(0)} ms`);
  console.log(`${name}: median ${median}, p10 ${low}, p90 ${high}, ${sorted.length} runs`);
  return at(0.5);
}

/**
 * In the page, before its own code: notes how long after the page's beginning each part is painted. No function in
 * it has a name, since the compiler would have names kept by a helper that the page doesn't know.
 */
function watch(marks: readonly { readonly name: string; readonly sight: string }[]): void {
  const times: Record<string, number> = {};
  new MutationObserver(() => {
    for (const { name, sight } of marks) {
      if (name in times || document.querySelector(sight) === null) continue;
      times[name] = Number.NaN;
      // The frame that shows it has been handed on once the task after it runs: this one, before answers
      // that came meanwhile.
      requestAnimationFrame(() => {
        void scheduler.postTask(
          () => {
            times[name] = performance.now();
            document.documentElement.setAttribute('data-times', JSON.stringify(times));
          },
          { priority: 'user-blocking' },
        );
      });
    }
  }).observe(document, { childList: true, subtree: true });
}
