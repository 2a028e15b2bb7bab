/** Hears how much of a work is done, as a share from 0 to 1. */
export type HearShare = (share: number) => void;

/** So many rows are read between two words on how far it is. */
const ROWS_A_WORD = 500;

/** Hears of a part of a work as of a whole. */
export const shareWithin =
  (hear: HearShare, from: number, to: number): HearShare =>
  (share) =>
    hear(from + (to - from) * share);

/** Makes something of each row, and tells now and then how far it is. */
export function mapRows<T, U>(
  rows: readonly T[],
  hear: HearShare,
  make: (row: T, nth: number) => U,
): U[] {
  return rows.map((row, nth) => {
    if (nth % ROWS_A_WORD === 0) hear(nth / rows.length);
    return make(row, nth);
  });
}
