import type { Page } from 'playwright-core';
import { quantileOfSorted } from '../../../diagnosis/statistics/quantile.ts';
import { BUILD, type BuiltExtension, noBuildIn, withExtensions } from '../built-extension.ts';
import { livesOf, signInToDemo } from '../open/ready.ts';

const BAD_INPUT = 2;
/** How long each answer of the demo takes. */
const ANSWER_MS = 300;
const MOST_TO_VERDICT_S = 20;
const MOST_TO_END_S = 180;
/** The page's own requests may take so many times as long beside the reading; loopback varies by as much. */
const MOST_SLOWER = 1.1;
/** The page's own requests that are timed before the reading. */
const REQUESTS_BEFORE = 20;

const HELP = `npm run bench -- history
Reads the last three months of the demo's shop in a real browser, each answer taking ${ANSWER_MS} ms: how long from
the tap to the first verdict against a dozen own LIVEs, how long to the end, and what becomes of the page's
own requests meanwhile. dist/ is measured as it is: run \`npm run build\` first.
Exit code 1 past ${MOST_TO_VERDICT_S} s, ${MOST_TO_END_S} s, or ${MOST_SLOWER} times.`;

/** The command behind `npm run bench -- history`; answers the exit code. */
export async function benchHistory(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const wrong = args.length > 0 ? 'The history bench takes no options.' : noBuildIn(BUILD);
  if (wrong !== undefined) {
    console.error(wrong);
    return BAD_INPUT;
  }
  return withExtensions(async (start, demo) => {
    const extension = await start(BUILD);
    const { first } = livesOf(demo);
    const page = extension.context.pages()[0] ?? (await extension.context.newPage());
    await signInToDemo(page, first);
    demo.faults.set([{ fault: { kind: 'slow', ms: ANSWER_MS } }]);
    const before = await ownRequests(page, first.id, REQUESTS_BEFORE);
    demo.requests.reset();
    const { verdict, end, meanwhile } = await read(extension, page, first.id);
    const asked = demo.requests.list('core/stats').flatMap(({ room }) => room ?? []);
    const slower = middle(meanwhile) / middle(before);
    console.log(`first verdict against a dozen own LIVEs: ${verdict.toFixed(1)} s after the tap`);
    console.log(`the end: ${end.toFixed(1)} s, ${new Set(asked).size} LIVEs`);
    console.log(`asked twice: ${asked.length - new Set(asked).size}`);
    console.log(
      `the page’s own requests: median ${middle(before).toFixed(0)} ms before (${before.length}), ` +
        `${middle(meanwhile).toFixed(0)} ms meanwhile (${meanwhile.length}), ${slower.toFixed(2)} times`,
    );
    return verdict <= MOST_TO_VERDICT_S && end <= MOST_TO_END_S && slower <= MOST_SLOWER ? 0 : 1;
  });
}

interface Reading {
  /** Seconds from the tap. */
  readonly verdict: number;
  readonly end: number;
  /** Milliseconds that each of the page's own requests took. */
  readonly meanwhile: readonly number[];
}

async function read(extension: BuiltExtension, page: Page, room: string): Promise<Reading> {
  const panel = await extension.context.newPage();
  await panel.goto(`${extension.panel}?room=${room}`);
  const tap = panel.getByRole('button', { name: 'Read my last three months' });
  await tap.waitFor();
  const begin = performance.now();
  const since = (): number => (performance.now() - begin) / 1000;
  await tap.click();
  let isOver = false;
  const asking = (async () => {
    const taken: number[] = [];
    while (!isOver) taken.push(...(await ownRequests(page, room, 1)));
    return taken;
  })();
  const dozen = panel.getByText(/Based on (1[2-9]|[2-9]\d) of your own LIVEs/).first();
  const done = panel.getByText('LIVEs of the last three months are read.');
  const limit = { timeout: 1000 * (MOST_TO_END_S + 60) };
  const [verdict, end] = await Promise.all([
    dozen.waitFor({ ...limit, state: 'attached' }).then(since),
    done.waitFor(limit).then(since),
  ]);
  isOver = true;
  return { verdict, end, meanwhile: await asking };
}

/** How long so many requests of the page's own took, one after another, in milliseconds. */
function ownRequests(page: Page, room: string, count: number): Promise<readonly number[]> {
  return page.evaluate(
    async ([id, times]) => {
      const taken: number[] = [];
      for (let place = 0; place < times; place++) {
        const begin = performance.now();
        const answer = await fetch('/api/v1/insights/workbench/live/detail/room/status', {
          method: 'POST',
          body: JSON.stringify({ request: { room_filter: { room_id: id } } }),
        });
        await answer.text();
        taken.push(performance.now() - begin);
      }
      return taken;
    },
    [room, count] as const,
  );
}

const middle = (times: readonly number[]): number =>
  quantileOfSorted(
    times.toSorted((a, b) => a - b),
    0.5,
  ) ?? Number.NaN;
