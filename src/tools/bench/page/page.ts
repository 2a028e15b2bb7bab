import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { quantile } from '../../../diagnosis/statistics/quantile.ts';
import { BUILD, type BuiltExtension, noBuildIn, withExtensions } from '../built-extension.ts';
import { livesOf, signInToDemo } from '../open/ready.ts';
import { costOf, type PageCost, serveBusyDashboard, setPanel } from './page-cost.ts';

const BAD_INPUT = 2;

const HELP = `npm run bench -- page [--against DIR] [--runs N] [--throttle RATE]
What the extension costs the page it stands on: script time, work and long tasks of a dashboard's main
thread in its first ten seconds, over the same without an extension; closed and docked, by turns.
  --against DIR    the folder of another built extension, measured beside this one
  --runs N         rounds (default 5); medians are told
  --throttle RATE  the page's thread runs so many times slower than on this machine (default 4)
dist/ is measured as it is: run \`npm run build\` first.`;

/** What is measured by turns: a browser with an extension, its panel closed or docked. */
interface Side {
  readonly name: string;
  readonly extension: BuiltExtension;
  readonly costs: PageCost[];
}

/** The command behind `npm run bench -- page`; answers the exit code. */
export async function benchPage(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (typeof options === 'string') {
    console.error(options);
    return BAD_INPUT;
  }
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const folders = [BUILD, ...(options.against === undefined ? [] : [options.against])];
  const missing = folders.map(noBuildIn).find((sentence) => sentence !== undefined);
  if (missing !== undefined) {
    console.error(missing);
    return BAD_INPUT;
  }
  const idle = idleExtension();
  try {
    await withExtensions(async (start, demo) => {
      const { first } = livesOf(demo);
      const sides: Side[] = [];
      const add = async (folder: string, name: string, open?: boolean): Promise<void> => {
        const extension = await start(folder);
        await signInToDemo(
          extension.context.pages()[0] ?? (await extension.context.newPage()),
          first,
        );
        await serveBusyDashboard(extension);
        if (open !== undefined) await setPanel(extension, first, open);
        sides.push({ name, extension, costs: [] });
      };
      await add(idle, 'no extension');
      for (const folder of folders) {
        await add(folder, `${basename(dirname(folder))}, closed`, false);
        await add(folder, `${basename(dirname(folder))}, docked`, true);
      }
      // The first round is thrown away: nothing is measured the first time that it is done.
      for (let run = 0; run <= options.runs; run += 1) {
        console.error(run === 0 ? 'Getting warm …' : `Round ${run} of ${options.runs} …`);
        for (const { extension, costs } of run % 2 === 0 ? sides : [...sides].reverse()) {
          const cost = await costOf(extension, first, options.throttle);
          if (run > 0) costs.push(cost);
        }
      }
      console.log(tableOf(sides));
    });
    return 0;
  } finally {
    rmSync(idle, { recursive: true, force: true });
  }
}

/** An extension that does nothing, so that the browser without ours is started in the same way. */
function idleExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'idle-extension-'));
  const manifest = {
    manifest_version: 3,
    name: 'Idle',
    version: '1',
    background: { service_worker: 'worker.js' },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'worker.js'), '');
  return folder;
}

function tableOf(sides: readonly Side[]): string {
  const median = (costs: readonly PageCost[], of: (cost: PageCost) => number): number =>
    quantile(
      costs.map(of).toSorted((a, b) => a - b),
      0.5,
    ) ?? 0;
  const bare = sides[0]?.costs ?? [];
  const rows = sides.map(({ name, costs }) => {
    const script = median(costs, (cost) => cost.script);
    const all = median(costs, (cost) => cost.work);
    const over = (value: number, than: number): string =>
      costs === bare ? '' : `${value >= than ? '+' : '−'}${Math.abs(value - than).toFixed(0)}`;
    return [
      name,
      script.toFixed(0),
      over(
        script,
        median(bare, (cost) => cost.script),
      ),
      all.toFixed(0),
      over(
        all,
        median(bare, (cost) => cost.work),
      ),
      median(costs, (cost) => cost.longTasks).toFixed(0),
    ];
  });
  const head = ['', 'script ms', 'over none', 'work ms', 'over none', 'long tasks'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

interface Options {
  readonly against: string | undefined;
  readonly runs: number;
  readonly throttle: number;
  readonly help: boolean;
}

/** The options, or one sentence on what is wrong with them. */
function optionsOf(args: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        against: { type: 'string' },
        runs: { type: 'string' },
        throttle: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    const runs = Number(values.runs ?? 5);
    if (!Number.isInteger(runs) || runs < 1) return '--runs takes a whole number from 1 on.';
    const throttle = Number(values.throttle ?? 4);
    if (!Number.isFinite(throttle) || throttle < 1) return '--throttle takes a number from 1 on.';
    return {
      against: values.against === undefined ? undefined : resolve(values.against),
      runs,
      throttle,
      help: values.help === true,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
