import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { quantile } from '../../../diagnosis/statistics/quantile.ts';
import { aligned } from '../../aligned.ts';
import { pairedRatioOf } from '../open/statistics.ts';

const FAILED = 1;
const BAD_INPUT = 2;
const ROOT = resolve(import.meta.dirname, '../../../..');

const HELP = `npm run bench -- report [--against DIR] [--runs N] [--json]
How long a report of the engine takes, for a 12-hour LIVE with 90 days of earlier ones: what the first
screen reads, and the whole with all that is worked out where it is asked for.
  --against DIR  another checkout of this project with its packages (npm ci), timed by turns with this one
  --runs N       processes a checkout, by turns (default 5); medians and ratios are told
  --json         every median as JSON`;

const parts = ['first', 'whole'] as const;
const TimesSchema = v.object({ first: v.array(v.number()), whole: v.array(v.number()) });

/** Of one process, milliseconds: the median of its reports. */
type Medians = Readonly<Record<(typeof parts)[number], number>>;

/** One checkout, and what its processes took. */
interface Side {
  readonly root: string;
  readonly runs: Medians[];
}

/** The command behind `npm run bench -- report`; answers the exit code. */
export async function benchReport(args: readonly string[]): Promise<number> {
  const options = optionsIn(args);
  if (typeof options === 'string') {
    console.error(options);
    return BAD_INPUT;
  }
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  try {
    const { against, runs } = options;
    const roots = against === undefined ? [ROOT] : [ROOT, resolve(against)];
    const sides: Side[] = roots.map((root) => ({ root, runs: [] }));
    for (let run = 1; run <= runs; run += 1) {
      console.error(`Round ${run} of ${runs} …`);
      for (const side of run % 2 === 0 ? sides.toReversed() : sides) {
        side.runs.push(await mediansOf(side.root));
      }
    }
    console.log(options.json ? JSON.stringify(sides, undefined, 2) : tableOf(sides));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return FAILED;
  }
}

function optionsIn(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        against: { type: 'string' },
        runs: { type: 'string', default: '5' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const runs = Number(values.runs);
    if (!Number.isInteger(runs) || runs < 1) return '--runs takes a whole number from 1 on.';
    return { ...values, runs };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Times one checkout's reports in a process of its own, which loads that checkout's modules alone. */
function mediansOf(root: string): Promise<Medians> {
  return new Promise((done, failed) => {
    const child = fork(fileURLToPath(new URL('./timed-process.ts', import.meta.url)));
    child.once('message', (message) => {
      const { first, whole } = v.parse(TimesSchema, message);
      done({ first: middle(first), whole: middle(whole) });
    });
    child.once('error', failed);
    child.once('exit', (code) =>
      failed(new Error(`Reports of ${root} could not be timed (exit ${code}).`)),
    );
    child.send(root);
  });
}

const middle = (values: readonly number[]): number => quantile(values, 0.5) ?? Number.NaN;

const ms = (value: number): string => `${value.toFixed(2)} ms`;
const times = (value: number): string => `${value.toFixed(2)} ×`;
const names = { first: 'what the first screen reads', whole: 'the whole report' } as const;

function tableOf(sides: readonly Side[]): string {
  const [ours, other] = sides;
  const rows = parts.map((part) => {
    const told = sides.map(({ runs }) => ms(middle(runs.map((run) => run[part]))));
    if (ours === undefined || other === undefined) return [names[part], ...told];
    const ratio = pairedRatioOf(
      ours.runs.map((run) => run[part]),
      other.runs.map((run) => run[part]),
    );
    const spread = `${times(ratio.least)} to ${times(ratio.most)}`;
    return [names[part], ...told, times(ratio.median), spread];
  });
  const head = other === undefined ? ['', 'here'] : ['', 'here', 'there', 'here ÷ there', 'spread'];
  return aligned([head, ...rows]).join('\n');
}
