import type { Estimate, Report, StepId, StepPotential } from '../report.ts';

/** What is imagined: steps at figures of their own, and findings taken as solved. */
export interface Scenario {
  readonly steps?: Readonly<Partial<Record<StepId, number>>>;
  /** Ids of factors whose step reaches its target; several of one step count once. */
  readonly accepted?: readonly string[];
}

/** What comes of it, in money per hour. */
export interface Imagined {
  /** The GMV per hour. */
  readonly value: number;
  /** How much more than this LIVE made; negative where less. */
  readonly gain: Estimate;
}

/**
 * GMV per hour if some steps stood elsewhere and the others stayed as this LIVE has them: the joint
 * effect, no sum of single ones. It starts from the LIVE's own GMV per hour. A step at its target brings
 * what the potential says of it, which leaves out the part of a shortfall that is likely chance; on the way
 * there a part of that, and beyond it the figure counts as it is. A figure named for a step wins over an
 * accepted factor, which lifts its step to the target and never lowers it. Undefined where the potential
 * isn't known, or nothing tells what a step is worth.
 */
export function whatIf(
  { potential, verdict, findings }: Report,
  imagined: Scenario,
): Imagined | undefined {
  if (potential === undefined) return undefined;
  const accepted = new Set(
    findings
      .filter(({ factor }) => imagined.accepted?.includes(factor) === true)
      .map(({ step }) => step),
  );
  const level = potential.yours.value;
  const own = verdict.yours ?? product(potential.steps.map(({ yours }) => yours));
  const times = potential.steps.map((step): Times => {
    const to = imagined.steps?.[step.id] ?? (accepted.has(step.id) ? lifted(step) : step.yours);
    return to >= 0 ? timesOf(step, to, level) : { value: 1, low: 1, high: 1 };
  });
  const all = product(times.map(({ value }) => value));
  if (!Number.isFinite(all)) return undefined;
  // Less is in proportion, so that a step at zero leaves nothing.
  if (all <= 1) return { value: own * all, gain: { value: own * (all - 1) } };
  const gain = level * (all - 1);
  // The steps' own intervals are wide or narrow apart from each other.
  const spread = (end: 'low' | 'high'): number =>
    Math.hypot(...times.map((one) => ((level * all) / one.value) * (one[end] - one.value)));
  const low = Math.max(0, gain - spread('low'));
  return { value: own + gain, gain: { value: gain, low, high: gain + spread('high') } };
}

/** How many times as much GMV per hour a step brings at another figure, and the ends of its interval. */
interface Times {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

function timesOf({ yours, target, attain }: StepPotential, to: number, level: number): Times {
  const goal = target?.value ?? 0;
  if (attain === undefined || !(goal > yours) || to <= yours) {
    const value = to === yours ? 1 : to / yours;
    return { value, low: value, high: value };
  }
  const way = Math.min(1, yours > 0 ? Math.log(to / yours) / Math.log(goal / yours) : to / goal);
  const beyond = Math.max(1, to / goal);
  const at = (money: number): number => (1 + money / level) ** way * beyond;
  const { value, low = value, high = value } = attain;
  return { value: at(value), low: at(low), high: at(high) };
}

function lifted({ yours, target }: StepPotential): number {
  return Math.max(yours, target?.value ?? 0);
}

const product = (values: readonly number[]): number =>
  values.reduce((whole, value) => whole * value, 1);
