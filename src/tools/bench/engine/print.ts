import { table } from '../../../cli/table.ts';
import { assumptions } from './assumptions.ts';
import { type CellResult, type Contestant, contestants } from './cell.ts';
import type { Estimated } from './mean.ts';
import type { Timing } from './timing.ts';

/** A cell's result with what the cell is. */
export interface BenchCell extends CellResult {
  readonly length: string;
  readonly history: string;
  readonly lives: number;
}

export interface BenchRun {
  readonly seed: string;
  readonly rooms: number;
  readonly seconds: number;
  readonly cells: readonly BenchCell[];
  readonly timing: Timing;
}

const names: Record<Contestant, string> = {
  label: 'largest % below benchmark (label)',
  firstWeak: 'first weak step from the top',
  engine: 'this engine',
  oracle: 'bound: all priors known, always advises',
  calmOracle: 'bound: the same, 5 % false alarms',
};

/** The whole run as text: one block a cell, then kinds of shop, then time. */
export function printBench({ seed, rooms, seconds, cells, timing }: BenchRun): string {
  return [
    `Seed ${seed}; per cell ${rooms} rooms with something to gain and ${healthyIn(cells)} healthy ones; standard errors after ±.`,
    'first: share of the best attainable money that the first advice captures; three: of the first three together;',
    'silent: rooms with something to gain and no advice (they capture 0); alarms: healthy rooms with advice;',
    'coverage: 90 % intervals of the engine’s money per hour that hold the true one.',
    ...cells.flatMap((cell) => ['', ...cellLines(cell)]),
    '',
    ...goalLines(cells),
    '',
    'First advice by kind of shop',
    ...kindLines(cells),
    '',
    ...timeLines(timing),
    `The run took ${seconds.toFixed(0)} s. Assumptions: npm run bench -- --assumptions`,
  ].join('\n');
}

/** Healthy rooms in each cell. */
const healthyIn = ([cell]: readonly BenchCell[]): number => cell?.scores.engine.alarms.n ?? 0;

function cellLines({
  length,
  history,
  lives,
  scores,
  coverage,
  healthyShare,
}: BenchCell): string[] {
  const rows = contestants.map((name) => {
    const { first, three, silent, alarms } = scores[name];
    const covered = name === 'engine' ? shown(coverage) : '';
    return [`  ${names[name]}`, ...[first, three, silent, alarms].map(shown), covered];
  });
  return [
    `${length} LIVEs, ${history} history (${lives} LIVEs); healthy as they come: ${(healthyShare * 100).toFixed(1)} %`,
    ...table([['', 'first', 'three', 'silent', 'alarms', 'coverage'], ...rows]),
  ];
}

function timeLines({ lives, reports, first, again }: Timing): readonly string[] {
  const ms = (time: number): string => `${time.toFixed(2)} ms`;
  return [
    `Time per report on a 12-hour room with ${lives} earlier LIVEs in 90 days (${reports} rooms, one thread, code compiled):`,
    ...table([
      ['', 'median', 'p99'],
      ['  first of a room, nothing kept', ms(first.median), ms(first.p99)],
      ['  after another target was chosen', ms(again.median), ms(again.p99)],
    ]),
  ];
}

/** Capture of the first advice that is asked for with the usual history, by length of LIVE. */
const goals: Readonly<Record<string, number>> = { short: 0.88, long: 0.95 };

function goalLines(cells: readonly BenchCell[]): readonly string[] {
  const rows = cells
    .filter(({ history }) => history === 'usual')
    .map(({ length, scores: { engine, oracle, calmOracle }, coverage }) => [
      `  ${length}: first advice`,
      `${goals[length] ?? ''}`,
      shown(engine.first),
      shown(oracle.first),
      shown(calmOracle.first),
      shown(engine.alarms),
      shown(coverage),
    ]);
  const head = ['Goals, usual history', 'goal', 'engine', 'bound', 'bound at 5 %'];
  return table([[...head, 'alarms (≤ 0.05)', 'coverage (0.88 to 0.92)'], ...rows]);
}

function kindLines(cells: readonly BenchCell[]): readonly string[] {
  const rows = cells.flatMap(({ length, history, firstByProfile }) =>
    Object.entries(firstByProfile).map(([kind, firsts]) => [
      `  ${length}, ${history}, ${kind}`,
      ...contestants.map((name) => shown(firsts[name])),
    ]),
  );
  return table([['', 'label', 'first weak', 'engine', 'bound', 'bound at 5 %'], ...rows]);
}

function shown({ mean, error, n }: Estimated): string {
  return n === 0 ? 'none' : `${mean.toFixed(3)} ±${error.toFixed(3)}`;
}

/** Every assumption: name, value, and what it rests on. */
export function printAssumptions(): string {
  return Object.entries(assumptions)
    .map(([name, { value, restsOn }]) => `${name} = ${JSON.stringify(value)}\n    ${restsOn}`)
    .join('\n');
}
