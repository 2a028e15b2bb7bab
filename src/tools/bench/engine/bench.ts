import { parseArgs } from 'node:util';
import { benchOutcome } from '../outcome/outcome.ts';
import { assumptions } from './assumptions.ts';
import type { CellPlan } from './cell.ts';
import { type ShopKind, shopKinds } from './drifting-shop.ts';
import { runCells } from './parallel.ts';
import { type BenchCell, printAssumptions, printBench } from './print.ts';
import { timeReports } from './timing.ts';

const BAD_INPUT = 2;

/** A share of false alarms near 5 % is known to a third of a point from 4,000 rooms, and they are quickly counted. */
const HEALTHY_PER_ROOM = 2;

const HELP = `npm run bench -- [outcome [--shops KIND]] [--rooms N] [--seed WORD] [--json] [--assumptions]
Runs the engine and the rules now in use over simulated rooms whose truth is known.
  outcome         verdicts on changes that were tried, beside the naive rule, N shops per cell (default 1000)
  --shops KIND    what the shops of outcome are like: steady (default), or real: as two real shops vary and drift
  --rooms N       rooms with something to gain per cell, twice as many healthy ones (default 2000)
  --seed WORD     the same word gives the same rooms (default 1)
  --json          everything as JSON, assumptions included
  --assumptions   what the simulator assumes and what each assumption rests on, and no run`;

/** The command behind `npm run bench` as long as it names no other bench; answers the exit code. */
export async function benchEngine(args: readonly string[]): Promise<number> {
  const options = read(args);
  if (typeof options === 'string') {
    console.error(options);
    return BAD_INPUT;
  }
  if (options.help) console.log(HELP);
  else if (options.assumptions) console.log(printAssumptions());
  else if (options.outcome) await benchOutcome({ ...options, trials: options.rooms });
  else await bench(options);
  return 0;
}

interface Options {
  readonly outcome: boolean;
  readonly shops: ShopKind;
  readonly rooms: number;
  readonly seed: string;
  readonly json: boolean;
  readonly assumptions: boolean;
  readonly help: boolean;
}

async function bench({ rooms, seed, json }: Options): Promise<void> {
  const started = performance.now();
  const heads = (['short', 'long'] as const).flatMap((length) =>
    (['thin', 'usual', 'rich'] as const).map((history) => ({
      length,
      history,
      lives: assumptions.history.value[history],
    })),
  );
  // First, while the other core is idle too.
  const timing = timeReports(seed);
  const results = await runCells(
    heads.map(
      ({ length, lives }): CellPlan => ({
        seed,
        hours: (length === 'short' ? assumptions.shortHours : assumptions.longHours).value,
        lives,
        rooms,
        healthy: HEALTHY_PER_ROOM * rooms,
      }),
    ),
  );
  const cells = heads.flatMap((head, place): BenchCell[] => {
    const result = results[place];
    return result === undefined ? [] : [{ ...head, ...result }];
  });
  const took = (performance.now() - started) / 1000;
  console.log(
    json
      ? JSON.stringify({ seed, rooms, seconds: took, cells, timing, assumptions }, undefined, 2)
      : printBench({ seed, rooms, seconds: took, cells, timing }),
  );
}

/** The options, or one sentence on what is wrong with them. */
function read(args: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        rooms: { type: 'string' },
        shops: { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'boolean' },
        assumptions: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
    const outcome = positionals[0] === 'outcome';
    const unknown = positionals[outcome ? 1 : 0];
    if (unknown !== undefined) return `There is no bench called ${unknown}.`;
    const rooms = Number(values.rooms ?? (outcome ? 1000 : 2000));
    if (!Number.isInteger(rooms) || rooms < 2) return '--rooms takes a whole number from 2 on.';
    const shops = shopKinds.find((kind) => kind === (values.shops ?? 'steady'));
    if (shops === undefined) return '--shops takes steady or real.';
    if (!outcome && values.shops !== undefined) return '--shops belongs to outcome.';
    return {
      outcome,
      shops,
      rooms,
      seed: values.seed ?? '1',
      json: values.json === true,
      assumptions: values.assumptions === true,
      help: values.help === true,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
