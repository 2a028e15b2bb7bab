import { table } from '../../../cli/table.ts';
import type { ShopKind } from '../engine/drifting-shop.ts';
import type { Estimated } from '../engine/mean.ts';
import { type EffectResult, looks, type OutcomeResult } from './cell.ts';

/** A cell's result with what the cell is. */
export interface OutcomeCell extends OutcomeResult {
  readonly length: string;
  readonly history: string;
  readonly lives: number;
}

export interface OutcomeRun {
  readonly seed: string;
  readonly shops: ShopKind;
  readonly trials: number;
  readonly seconds: number;
  readonly cells: readonly OutcomeCell[];
}

/** The whole run as text: one block a cell. */
export function printOutcome({ seed, shops, trials, seconds, cells }: OutcomeRun): string {
  return [
    `Seed ${seed}; ${trials} ${shops === 'real' ? 'shops that drift' : 'steady shops'} a cell, each changes the step that looked worst in a LIVE with its troubles; standard errors after ±.`,
    'better, worse: share of changes that get the verdict; at no change they are false (5 % each is stated);',
    'coverage: 90 % intervals of after ÷ usual that hold the true ratio;',
    'naive: the same changes called better because the step lies above that of the LIVE before.',
    ...cells.flatMap((cell) => ['', ...cellLines(cell)]),
    '',
    'LIVEs still needed, as named after the first LIVE without a verdict',
    ...neededLines(cells),
    '',
    `The run took ${seconds.toFixed(0)} s. What the shops are like: npm run bench -- --assumptions`,
  ].join('\n');
}

function cellLines({ length, history, lives, effects, ever, unread }: OutcomeCell): string[] {
  const head = ['', ...looks.map((count) => `after ${count}`), 'naive'];
  return [
    `${length} LIVEs, ${history} history (${lives} LIVEs)`,
    ...table([head, ...effects.flatMap(effectRows)]),
    `  nothing changed, and looked at after each of 8 LIVEs: ever better ${shown(ever.better)}, ever worse ${shown(ever.worse)}`,
    ...(unread === 0 ? [] : [`  nothing to read in ${unread} first LIVEs`]),
  ];
}

function effectRows({ effect, told, naive }: EffectResult): string[][] {
  const name = effect === 1 ? 'no change' : `+${Math.round((effect - 1) * 100)} %`;
  return [
    [`  ${name}: better`, ...told.map(({ better }) => shown(better)), shown(naive)],
    ['    worse', ...told.map(({ worse }) => shown(worse)), ''],
    ['    coverage', ...told.map(({ coverage }) => shown(coverage)), ''],
  ];
}

function neededLines(cells: readonly OutcomeCell[]): readonly string[] {
  const rows = cells.flatMap(({ length, history, effects }) =>
    effects.map(({ effect, needed: { named, lives, kept } }) => [
      `  ${length}, ${history}, × ${effect}`,
      shown(named),
      lives.n === 0 ? 'none' : lives.mean.toFixed(1),
      shown(kept),
    ]),
  );
  return table([['', 'name a number', 'on average', 'told after as many'], ...rows]);
}

function shown({ mean, error, n }: Estimated): string {
  return n === 0 ? 'none' : `${mean.toFixed(3)} ±${error.toFixed(3)}`;
}
