import { DRAWS } from '../uncertainty/posterior.ts';
import type { DrawnStep } from './draws.ts';

/** A gain below this share of GMV/h is not worth an advice: TikTok's figures move as much by rounding and late orders. */
export const MATERIAL_SHARE = 0.02;

/** What the draws say of all steps together. */
export interface Odds {
  /** Probability that no step could gain more than the material share. */
  readonly healthy: number;
  readonly steps: readonly StepOdds[];
}

export interface StepOdds {
  /** Probability that the step lies below its target. */
  readonly below: number;
  /** Probability that it could gain more than the material share. */
  readonly material: number;
  /** Probability that it gains most. */
  readonly top: number;
  /** Expected share of the best gain that this step alone brings. */
  readonly capture: number;
}

/** Plays every draw: which step gains what, which gains most. */
export function oddsOf(steps: readonly DrawnStep[]): Odds {
  const gains = steps.map(() => 0);
  const sums = steps.map(() => ({ below: 0, material: 0, top: 0, capture: 0 }));
  let healthy = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    let most = 0;
    let top = -1;
    let place = 0;
    for (const { value, target } of steps) {
      const distance = target === undefined ? 0 : (target[draw] ?? 0) - (value[draw] ?? 0);
      const gain = distance > 0 ? Math.expm1(distance) : 0;
      gains[place] = gain;
      if (gain > most) {
        most = gain;
        top = place;
      }
      place++;
    }
    const well = most <= MATERIAL_SHARE;
    if (well) healthy++;
    place = 0;
    for (const sum of sums) {
      const gain = gains[place] ?? 0;
      if (gain > 0) sum.below++;
      if (gain > MATERIAL_SHARE) sum.material++;
      if (!well) sum.capture += gain / most;
      if (place === top) sum.top++;
      place++;
    }
  }
  return {
    healthy: healthy / DRAWS,
    steps: sums.map(({ below, material, top, capture }) => ({
      below: chance(below),
      material: chance(material),
      top: chance(top),
      capture: capture / DRAWS,
    })),
  };
}

/** A share of the draws as a probability that is never none or certain: as if half a draw more had gone either way. */
function chance(count: number): number {
  return (count + 0.5) / (DRAWS + 1);
}
