import { type KnownLive, type OwnChoices, ownLives } from '../live/own.ts';
import type { Plan } from './plan.ts';

/**
 * The LIVEs in which a plan may have been tried: those of the account that it was made for, and those of
 * which nothing says otherwise. What the seller named is among them, whosever it is.
 */
export function livesOfPlan<T extends KnownLive>(
  { madeFrom, triedIn, keptIn = [] }: Pick<Plan, 'madeFrom' | 'triedIn' | 'keptIn'>,
  lives: readonly T[],
  choices: OwnChoices,
): readonly T[] {
  const base = lives.find(({ id }) => id === madeFrom);
  if (base === undefined) return lives;
  const { leftOut } = ownLives(base, lives, choices);
  const others = new Set(
    leftOut.filter(({ reason }) => !reason.startsWith('unknown-')).map(({ live }) => live.id),
  );
  const named = new Set([triedIn, ...keptIn]);
  return lives.filter(({ id }) => !others.has(id) || named.has(id));
}
