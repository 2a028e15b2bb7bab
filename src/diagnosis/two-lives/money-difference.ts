import type { MetricId } from '../../metrics/catalogue.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import { perHourIn, stepMetrics } from '../decomposition/funnel-kind.ts';
import { lmdi } from '../decomposition/lmdi.ts';
import { shapley } from '../decomposition/shapley.ts';
import { type FunnelKind, type StepId, type StepMetric, stepIds } from '../step-id.ts';
import { usable } from '../usable.ts';
import type { ComparedSide, KnownSteps } from './compared-side.ts';

/** What one step did to the difference in GMV per hour. */
interface MoneyPart {
  readonly step: StepId;
  readonly metric: StepMetric;
  readonly first: number;
  readonly second: number;
  /** Money per hour; above zero where the first side made more by it. */
  readonly amount: number;
}

/**
 * What no step carries. `rounding`: figures are rounded, so that steps don't quite multiply up to the money.
 * `medians`: those of steps don't either. `unknown`: a step isn't known on one of the sides. `contradicts`:
 * money came in without what brings it.
 */
type RestReason = 'rounding' | 'medians' | 'unknown' | 'contradicts';

/** The difference in GMV per hour, split over the steps; the parts and the rest add up to it. */
export type MoneyDifference =
  | {
      readonly state: 'told';
      readonly metric: MetricId;
      readonly currency: CurrencyCode | undefined;
      readonly first: number;
      readonly second: number;
      /** First − second. */
      readonly difference: number;
      readonly parts: readonly MoneyPart[];
      readonly rest: { readonly amount: number; readonly reason: RestReason };
      /** Steps that aren't known on one of the sides, or on both. */
      readonly unknown: readonly StepMetric[];
    }
  | {
      readonly state: 'untold';
      readonly reason: 'currencies' | 'money';
      readonly metric: MetricId;
    };

const kinds: readonly FunnelKind[] = (['attributed', 'direct'] as const).flatMap((basis) =>
  (['main', 'sku'] as const).map((orders) => ({ orders, basis })),
);

/**
 * What two sides can both be counted in: the kind of which both know the most, money before steps. The order of the
 * sides doesn't matter.
 */
export function commonKind(first: ComparedSide, second: ComparedSide): FunnelKind {
  const known = (kind: FunnelKind): number => {
    const [mine, theirs] = [first.stepsOf(kind), second.stepsOf(kind)];
    const steps = stepIds.filter((id) => mine[id] !== undefined && theirs[id] !== undefined);
    const has = [first, second].every((side) => moneyPerHour(side, kind) !== undefined);
    const own = [first, second].filter(
      ({ funnel }) => funnel.orders === kind.orders && funnel.basis === kind.basis,
    );
    return (has ? 100 : 0) + 10 * steps.length + own.length;
  };
  return kinds.reduce((best, kind) => (known(kind) > known(best) ? kind : best));
}

/**
 * Splits the difference in GMV per hour over the steps that both sides know (LMDI, or Shapley values where refunds
 * make a factor negative). What the money is beyond the product of those steps is a factor of its own, whose part
 * is the rest: so nothing is lost, whatever isn't known.
 */
export function moneyDifference(
  first: ComparedSide,
  second: ComparedSide,
  kind: FunnelKind,
): MoneyDifference {
  const metric = perHourIn(kind);
  if (first.currency !== second.currency) return { state: 'untold', reason: 'currencies', metric };
  const [mine, theirs] = [moneyPerHour(first, kind), moneyPerHour(second, kind)];
  if (mine === undefined || theirs === undefined)
    return { state: 'untold', reason: 'money', metric };
  const metrics = stepMetrics(kind);
  const [own, other] = [first.stepsOf(kind), second.stepsOf(kind)];
  const known = stepIds.flatMap((step) => {
    const [one, two] = [own[step], other[step]];
    return one === undefined || two === undefined ? [] : [{ step, first: one, second: two }];
  });
  const unknown = stepIds.filter((id) => !known.some(({ step }) => step === id));
  const difference = mine - theirs;
  const split = splitOf(
    mine,
    theirs,
    known.map((one) => one.first),
    known.map((one) => one.second),
  );
  const parts = known.map(
    (one, place): MoneyPart => ({
      ...one,
      metric: metrics[one.step],
      amount: split?.[place] ?? 0,
    }),
  );
  const carried = parts.reduce((sum, { amount }) => sum + amount, 0);
  const isUsual = first.kind === 'usual' || second.kind === 'usual';
  return {
    state: 'told',
    metric,
    currency: first.currency,
    first: mine,
    second: theirs,
    difference,
    parts,
    rest: {
      amount: split === undefined ? difference : difference - carried,
      reason:
        split === undefined
          ? 'contradicts'
          : unknown.length > 0
            ? 'unknown'
            : isUsual
              ? 'medians'
              : 'rounding',
    },
    unknown: unknown.map((id) => metrics[id]),
  };
}

/** Parts of first − second by the steps; the last is the rest's. Undefined where money contradicts the steps. */
function splitOf(
  first: number,
  second: number,
  mine: readonly number[],
  theirs: readonly number[],
): readonly number[] | undefined {
  const [one, two] = [restFactor(first, mine), restFactor(second, theirs)];
  if (one === undefined || two === undefined) return undefined;
  const [from, to] = [
    [...theirs, two],
    [...mine, one],
  ];
  return lmdi(from, to) ?? shapley(from, to);
}

/** What the money is beyond the product of the steps; one where both are nothing. */
function restFactor(money: number, steps: readonly number[]): number | undefined {
  const product = steps.reduce((all, value) => all * value, 1);
  if (product === 0) return money === 0 ? 1 : undefined;
  return usable(money / product);
}

/** GMV per hour as it is told, else the product of all five steps. */
function moneyPerHour(side: ComparedSide, kind: FunnelKind): number | undefined {
  return side.valueOf(perHourIn(kind)) ?? productOfSteps(side.stepsOf(kind));
}

function productOfSteps(steps: KnownSteps): number | undefined {
  const values = stepIds.flatMap((id) => steps[id] ?? []);
  return values.length < stepIds.length
    ? undefined
    : usable(values.reduce((all, value) => all * value, 1));
}
