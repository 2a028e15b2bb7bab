import type { MoneyDifference } from '../../diagnosis/two-lives/money-difference.ts';

type Told = Extract<MoneyDifference, { readonly state: 'told' }>;

/** One bar of the picture, from one money per hour to another. */
export interface WaterfallBar {
  readonly id: 'second' | 'first' | 'rest' | Told['parts'][number]['step'];
  readonly from: number;
  readonly to: number;
}

/**
 * The way from the second side's GMV per hour to the first's: each step's bar begins where the one before ended. The rest
 * has a bar where it would be seen, which takes half of `least`; a rest of nothing has none.
 */
export function waterfallBars(money: Told, least: number): readonly WaterfallBar[] {
  const { first, second, parts, rest } = money;
  const bars: WaterfallBar[] = [{ id: 'second', from: 0, to: second }];
  let at = second;
  for (const { step, amount } of parts) {
    bars.push({ id: step, from: at, to: at + amount });
    at += amount;
  }
  if (rest.amount !== 0 && Math.abs(rest.amount) >= least / 2) {
    bars.push({ id: 'rest', from: at, to: at + rest.amount });
  }
  bars.push({ id: 'first', from: 0, to: first });
  return bars;
}

/** Where money lies on the picture's track, as a share of it from its start; the track holds all bars and zero. */
export function waterfallScale(bars: readonly WaterfallBar[]): (money: number) => number {
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const span = high - low;
  return (money) => (span > 0 ? (money - low) / span : 0);
}
