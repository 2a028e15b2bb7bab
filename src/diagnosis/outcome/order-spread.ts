import type { Tally } from '../uncertainty/tally.ts';

/** What a guess counts beside what the shop's LIVEs show, in pairs of LIVEs. */
const GUESS_WEIGHT = 4;

/**
 * Spread of one order's value (standard deviation ÷ mean) that the LIVEs of a shop leave room for, at most the
 * one given. Means over n orders that follow one another differ by at least what chance makes of n orders, so
 * a shop of one price, whose LIVEs hardly differ, has orders that hardly differ. It is too large rather than too
 * small: what LIVEs differ by for other reasons is in it.
 *
 * @param tallies of LIVEs in their order, from either end
 */
export function orderSpreadWithin(tallies: readonly Tally[], given: number): number {
  const squares = tallies.slice(1).flatMap((tally, place) => {
    const other = tallies[place];
    if (tally.form !== 'mean' || other?.form !== 'mean') return [];
    return [Math.log(tally.value / other.value) ** 2 / (1 / tally.n + 1 / other.n)];
  });
  const seen = squares.reduce((sum, square) => sum + square, GUESS_WEIGHT * given ** 2);
  return Math.min(given, Math.sqrt(seen / (squares.length + GUESS_WEIGHT)));
}
