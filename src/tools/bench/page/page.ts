import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quantile } from '../../../diagnosis/statistics/quantile.ts';
import { aligned } from '../../aligned.ts';
import { type AgainstOptions, againstOptions } from '../against-options.ts';
import { type BuiltExtension, withExtensions } from '../built-extension.ts';
import { livesOf, signInToDemo } from '../open/ready.ts';
import { costOf, type PageCost, serveBusyDashboard, setPanel } from './page-cost.ts';

const FAILED = 1;
const BAD_INPUT = 2;

const HELP = `npm run bench -- page [--against DIR] [--runs N] [--throttle RATE] [--json]
What the extension costs the page it stands on: script time, work and long tasks of a dashboard's main
thread while it changes a hundred times in ten seconds, over the same without an extension; closed and
docked, by turns. Times are the thread's own, so that other work of this machine counts little.
  --against DIR    the folder of another built extension, measured beside this one
  --runs N         rounds (default 5); medians are told
  --throttle RATE  the page's thread runs so many times slower than on this machine (default 4)
  --json           every measurement as JSON
dist/ is measured as it is: run \`npm run build\` first.`;

/** What is measured by turns: a browser with an extension, its panel closed or docked. */
interface Side {
  readonly name: string;
  readonly extension: BuiltExtension;
  readonly costs: PageCost[];
}

/** The command behind `npm run bench -- page`; answers the exit code. */
export async function benchPage(args: readonly string[]): Promise<number> {
  const options = againstOptions(args, { runs: 5, throttle: 4 });
  if (typeof options === 'string') {
    console.error(options);
    return BAD_INPUT;
  }
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const idle = idleExtension();
  try {
    const sides = await measured(options, idle);
    const result = sides.map(({ name, costs }) => ({ name, costs }));
    console.log(options.json ? JSON.stringify(result, undefined, 2) : tableOf(sides));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return FAILED;
  } finally {
    rmSync(idle, { recursive: true, force: true });
  }
}

function measured(
  { folders, runs, throttle }: AgainstOptions,
  idle: string,
): Promise<readonly Side[]> {
  return withExtensions(async (start, demo) => {
    const { first } = livesOf(demo);
    const sides: Side[] = [];
    const add = async (folder: string, name: string, open?: boolean): Promise<void> => {
      const extension = await start(folder);
      const { context } = extension;
      await signInToDemo(context.pages()[0] ?? (await context.newPage()), first);
      await serveBusyDashboard(extension);
      if (open !== undefined) await setPanel(extension, first, open);
      sides.push({ name, extension, costs: [] });
    };
    await add(idle, 'no extension');
    for (const folder of folders) {
      await add(folder, `${folder}, closed`, false);
      await add(folder, `${folder}, docked`, true);
    }
    // The first round is thrown away: nothing is measured the first time that it is done.
    for (let run = 0; run <= runs; run += 1) {
      console.error(run === 0 ? 'Getting warm …' : `Round ${run} of ${runs} …`);
      for (const { extension, costs } of run % 2 === 0 ? sides : [...sides].reverse()) {
        const cost = await costOf(extension, first, throttle);
        if (run > 0) costs.push(cost);
      }
    }
    return sides;
  });
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
  const [bare] = sides.map(({ costs }) => mediansOf(costs));
  const rows = sides.map(({ name, costs }, place) => {
    const { script, work, longTasks } = mediansOf(costs);
    const over = (value: number, than = 0): string =>
      place === 0 ? '' : `${value >= than ? '+' : '−'}${Math.abs(value - than).toFixed(0)}`;
    return [
      name,
      script.toFixed(0),
      over(script, bare?.script),
      work.toFixed(0),
      over(work, bare?.work),
      longTasks.toFixed(0),
    ];
  });
  const head = ['', 'script ms', 'over none', 'work ms', 'over none', 'long tasks'];
  return aligned([head, ...rows]).join('\n');
}

function mediansOf(costs: readonly PageCost[]): PageCost {
  const median = (of: (cost: PageCost) => number): number => quantile(costs.map(of), 0.5) ?? 0;
  return {
    script: median(({ script }) => script),
    work: median(({ work }) => work),
    longTasks: median(({ longTasks }) => longTasks),
  };
}
