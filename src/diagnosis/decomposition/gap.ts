import type { CurrencyCode } from '../../metrics/money.ts';
import { type BenchmarkFigure, type Gap, type Step, type StepId, stepIds } from '../report.ts';
import type { Funnel } from './funnel.ts';
import { lmdi } from './lmdi.ts';
import { shapley } from './shapley.ts';

/**
 * The gap in GMV per hour between this LIVE and one with every step at benchmark, split over the
 * steps: LMDI, or Shapley values where net refunds make a step negative. Where a step is not known
 * on one of the sides there is no split, and the missing metrics are named.
 */
export function gapOf(
  funnel: Funnel,
  targetOf: (step: StepId) => BenchmarkFigure | undefined,
  currency: CurrencyCode | undefined,
): Gap {
  const targets = targetsOfSteps(targetOf);
  const unknown = stepIds.filter((id) => targets[id] === undefined);
  const sides = stepIds.flatMap((id) => {
    const yours = funnel.steps[id];
    const target = targets[id];
    return yours === undefined || target === undefined ? [] : [{ id, yours, target }];
  });
  if (sides.length < stepIds.length) {
    const named = (id: StepId) => funnel.metrics[id];
    return {
      state: 'missing',
      yours: funnel.missing.map(named),
      benchmark: unknown.map(named),
    };
  }

  const yours = sides.map((side) => side.yours);
  const benchmark = sides.map((side) => side.target.value);
  const byLmdi = lmdi(yours, benchmark);
  const split = byLmdi ?? shapley(yours, benchmark) ?? [];
  return {
    state: 'split',
    method: byLmdi === undefined ? 'shapley' : 'lmdi',
    ...(currency === undefined ? {} : { currency }),
    yours: product(yours),
    benchmark: product(benchmark),
    steps: sides.map(
      (side, place): Step => ({
        id: side.id,
        metric: funnel.metrics[side.id],
        yours: side.yours,
        benchmark: side.target,
        contribution: split[place] ?? 0,
      }),
    ),
  };
}

/** The targets of the steps. After one at zero nothing can be measured, so unknown later ones are zero too. */
function targetsOfSteps(
  targetOf: (step: StepId) => BenchmarkFigure | undefined,
): Partial<Record<StepId, BenchmarkFigure>> {
  const targets: Partial<Record<StepId, BenchmarkFigure>> = {};
  let zero: BenchmarkFigure | undefined;
  for (const id of stepIds) {
    const target = targetOf(id) ?? zero;
    if (target !== undefined) targets[id] = target;
    if (target?.value === 0) zero ??= target;
  }
  return targets;
}

function product(factors: readonly number[]): number {
  return factors.reduce((total, value) => total * value, 1);
}
