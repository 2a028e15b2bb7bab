import { normalQuantile } from '../statistics/normal.ts';
import { randomOf, shuffled } from '../statistics/random.ts';
import { DRAWS } from '../uncertainty/posterior.ts';
import type { StepKnowledge } from '../uncertainty/steps.ts';
import type { Aim } from './targets.ts';

/** A step with its target, drawn together with the others. */
export interface DrawnStep {
  /** ln of the step, draw by draw. */
  readonly value: Float64Array;
  /** ln of its target, draw by draw; absent where it has none. */
  readonly target?: Float64Array;
}

const normals = Float64Array.from({ length: DRAWS }, (_, draw) =>
  normalQuantile((draw + 0.5) / DRAWS),
);

/**
 * Joint draws of all steps and targets: each margin evenly spread over its distribution and in an
 * order of its own (a Latin hypercube), so that a few hundred draws do what thousands would. Steps
 * are taken as independent given their counts.
 *
 * @param seed the room's id: the same room gives the same draws
 */
export function drawSteps(
  steps: readonly StepKnowledge[],
  aims: readonly (Aim | undefined)[],
  seed: string,
): readonly DrawnStep[] {
  const random = randomOf(seed);
  const orders = steps.map(() => [shuffled(random, DRAWS), shuffled(random, DRAWS)] as const);
  return steps.map((step, place) => {
    const [own, other] = orders[place] ?? [];
    const aim = aims[place];
    const value = new Float64Array(DRAWS);
    for (let draw = 0; draw < DRAWS; draw++) value[draw] = step.draws[own?.[draw] ?? 0] ?? 0;
    if (aim === undefined) return { value };
    return { value, target: drawTarget(step, aim, value, other) };
  });
}

/**
 * Draws of a target. A LIVE that went well also says something good of the account's own level, as
 * far as it was an ordinary one: the share of the level's error in all that moves a LIVE.
 */
function drawTarget(
  { level }: StepKnowledge,
  { limit, own }: Aim,
  value: Float64Array,
  order: Uint16Array | undefined,
): Float64Array {
  const target = new Float64Array(DRAWS);
  if (own === undefined || level === undefined) return target.fill(limit);
  const { centre, error, spread } = level;
  const sd = Math.hypot(error, spread);
  const pull = (error / sd) ** 2;
  const rest = Math.sqrt(Math.max(0, own.error ** 2 - pull * error ** 2));
  for (let draw = 0; draw < DRAWS; draw++) {
    const away = (value[draw] ?? centre) - centre;
    // A loss beyond what is usual isn't the level's; half a spread short of two it no longer counts.
    const moved = Math.max(-1.5 * sd, Math.min(2 * sd, away));
    const drawn = own.value + pull * moved + rest * (normals[order?.[draw] ?? 0] ?? 0);
    target[draw] = Math.min(limit, drawn);
  }
  return target;
}
