import type { BrowserContext } from 'playwright-core';
import * as v from 'valibot';
import { manyPinned } from '../../../e2e/board-filling.ts';
import { archivedRooms, fillBoard } from '../../../e2e/panel-archive.ts';
import { now } from '../../../platform/current-time.ts';
import type { Verb } from '../../../platform/protocol.ts';
import { BUILD, type BuiltExtension, noBuildIn, withExtensions } from '../built-extension.ts';
import { fillPlans, heavyPicture, manyPlans } from './filling.ts';

const BAD_INPUT = 2;
const PINNED = 500;
const PLANS = 200;
const RUNS = 21;
const LIMIT_MS = 100;

/** The question to the worker that brings both, from which on each is timed to the end of the frame it stands in. */
const QUESTION: Verb = 'panel.kept';
const ANSWERED = 'both answered';
const marks = [
  { name: `${PINNED} pinned painted`, sight: '#pinned .pinned' },
  { name: `${PLANS} plans painted`, sight: '#next:has(.plan-items li):has(.plan-past)' },
];
/** What the page knows of the extension API that is watched here. */
interface ExtensionApi {
  runtime?: { sendMessage: (...parts: unknown[]) => unknown };
}
declare global {
  var chrome: ExtensionApi | undefined;
  var browser: ExtensionApi | undefined;
}
const TimesSchema = v.record(v.string(), v.nullable(v.number()));

const HELP = `npm run bench -- board
Times, in a real browser, how long the panel takes from asking for ${PINNED} pinned things and ${PLANS} plans
until it has painted them. dist/ is measured as it is: run \`npm run build\` first.
Exit code 1 when a median is not below ${LIMIT_MS} ms.`;

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
  await context.addInitScript(watch, { question: QUESTION, answered: ANSWERED, marks });
  const runs = await timed(context, panel);
  print(ANSWERED, runs);
  const medians = marks.map(({ name }) => print(name, runs));
  const quick = Math.max(...medians) < LIMIT_MS;
  console.log(`${quick ? 'Both' : 'Not both'} painted in less than ${LIMIT_MS} ms.`);
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
 * In the page, before its own code: notes when the question goes out, how long after it is answered, and how
 * long after it each part is painted. No function in it has a name, since the compiler would have names kept by a
 * helper that the page doesn't know.
 */
function watch(watched: {
  readonly question: string;
  readonly answered: string;
  readonly marks: readonly { readonly name: string; readonly sight: string }[];
}): void {
  let asked: number | undefined;
  const times: Record<string, number> = {};
  // The interface has two names, and is one object or two, as the browser likes.
  for (const api of new Set([globalThis.chrome?.runtime, globalThis.browser?.runtime])) {
    if (api === undefined) continue;
    const send = api.sendMessage;
    api.sendMessage = (message, ...rest) => {
      const reply = send.call(api, message, ...rest);
      const isAsked =
        typeof message === 'object' &&
        message !== null &&
        'verb' in message &&
        message.verb === watched.question;
      if (!isAsked || asked !== undefined) return reply;
      const start = performance.now();
      asked = start;
      void Promise.resolve(reply).then(() => {
        times[watched.answered] = performance.now() - start;
      });
      return reply;
    };
  }
  new MutationObserver(() => {
    for (const { name, sight } of watched.marks) {
      const start = asked;
      if (start === undefined || name in times) continue;
      if (document.querySelector(sight) === null) continue;
      times[name] = Number.NaN;
      // The frame that shows it has been handed on once the task after it runs: this one, before answers
      // that came meanwhile.
      requestAnimationFrame(() => {
        void scheduler.postTask(
          () => {
            times[name] = performance.now() - start;
            document.documentElement.setAttribute('data-times', JSON.stringify(times));
          },
          { priority: 'user-blocking' },
        );
      });
    }
  }).observe(document, { childList: true, subtree: true });
}
