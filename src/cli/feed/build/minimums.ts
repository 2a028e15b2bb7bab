import type { FeedSpread, ResultHead } from '../database.ts';

/** The rule by which small groups are left out, so that no shop can be read out of the figures. */
export interface Minimums {
  /** Fewest shops. */
  readonly shops: number;
  readonly lives: number;
  /** Largest share of the LIVEs, and of the hours, that one shop may have. */
  readonly share: number;
}

export const usualMinimums: Minimums = { shops: 5, lives: 30, share: 0.4 };

/** Why something is left out of a feed; `lateSessions` see late.ts. */
export const tooSmall = ['fewShops', 'fewLives', 'oneShop', 'fewChanges', 'lateSessions'] as const;
export type TooSmall = (typeof tooSmall)[number];

/**
 * Why a category, or one metric of it, is too small to be published; undefined when it is not.
 * `fewChanges`: LIVEs of so few shops came or went since the last published day that the difference
 * of the two days would tell of them. Where nothing came or went, nothing is told.
 */
export function smallness(group: ResultHead | FeedSpread, least: Minimums): TooSmall | undefined {
  const { lives, shops, seconds } = group;
  if (shops < least.shops) return 'fewShops';
  if (lives < least.lives) return 'fewLives';
  if (group.largest_lives > least.share * lives) return 'oneShop';
  if (group.largest_seconds > least.share * seconds) return 'oneShop';
  const { changed_shops: changed } = group;
  return changed > 0 && changed < least.shops ? 'fewChanges' : undefined;
}
