import type { BenchmarkFigure, StepId, StepTarget, TargetChoice } from '../report.ts';
import { normalQuantile } from '../statistics/normal.ts';
import type { OwnLevel } from '../uncertainty/own-level.ts';
import { usable } from '../usable.ts';

/** The share of own LIVEs below what counts as attainable: the account did better once in four LIVEs. */
const ATTAINABLE_SHARE = 0.75;
const ATTAINABLE_Z = normalQuantile(ATTAINABLE_SHARE);

/** Own LIVEs from which on "you have done this before" holds; as many as make a usual band. */
const MIN_LIVES_FOR_OWN = 3;

/** A target with what is unsure about it, on the log scale. */
export interface Aim {
  readonly target: StepTarget;
  /** What the target can't exceed, known exactly; +∞ where nothing limits it. */
  readonly limit: number;
  /** The account's own figure, and its standard error. */
  readonly own?: { readonly value: number; readonly error: number };
}

/** What a step is held against, by the seller's choice; undefined where nothing is known to hold it against. */
export function aimOf(
  id: StepId,
  choice: TargetChoice,
  line: BenchmarkFigure | undefined,
  level: OwnLevel | undefined,
): Aim | undefined {
  const figure = choice.kind === 'custom' ? choice.figures[id] : undefined;
  if (usable(figure) !== undefined && figure !== undefined && figure > 0) {
    return { target: { value: figure, kind: 'custom' }, limit: Math.log(figure) };
  }
  const known = level !== undefined && level.lives >= MIN_LIVES_FOR_OWN ? level : undefined;
  // The median of the own LIVEs that stands in for a benchmark is no limit of what they reached.
  const outside = line?.basis === 'own' ? undefined : line;
  if (choice.kind === 'peer' && outside !== undefined) return atLine(outside);
  const own = known === undefined ? undefined : ownQuantile(known);
  if (own === undefined) return line === undefined ? undefined : atLine(line);
  const market = outside === undefined ? undefined : atLine(outside);
  const limit = market?.limit ?? Number.POSITIVE_INFINITY;
  if (market !== undefined && limit <= own.value) return { ...market, own };
  return {
    target: { value: Math.exp(own.value), kind: 'own-p75', n: known?.lives ?? 0 },
    limit,
    own,
  };
}

function atLine({ value, basis, n }: BenchmarkFigure): Aim | undefined {
  if (!(value > 0)) return undefined;
  return {
    target: { value, kind: 'benchmark', basis, ...(n === undefined ? {} : { n }) },
    limit: Math.log(value),
  };
}

/** The own quantile with counting noise taken out, which makes short LIVEs look more varied than they are. */
function ownQuantile({ centre, error, spread, degrees }: OwnLevel) {
  return {
    value: centre + ATTAINABLE_Z * spread,
    // The spread itself is known to about 1 ÷ √(2 · degrees).
    error: Math.hypot(error, (ATTAINABLE_Z * spread) / Math.sqrt(2 * degrees)),
  };
}
