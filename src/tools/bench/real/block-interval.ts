import { quantileOfSorted } from '../../../diagnosis/statistics/quantile.ts';
import { randomOf } from '../../../sources/sample/random.ts';

const DRAWS = 2_000;
/** LIVEs that are drawn together: those of about a week say similar things. */
const BLOCK = 6;

/** A share with its 90 % interval. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/**
 * The share of true ones with its 90 % interval by a moving-block bootstrap over LIVEs: LIVEs that follow
 * one another are alike, and the figures of one LIVE belong together, so an interval that took each figure for
 * a draw of its own would be too narrow. NaN without any.
 *
 * @param lives for each LIVE, in time, whether each of its figures is one of them
 */
export function blockShare(lives: readonly (readonly boolean[])[]): Share {
  const n = lives.reduce((sum, live) => sum + live.length, 0);
  const trues = lives.map((live) => live.filter(Boolean).length);
  const share = trues.reduce((sum, one) => sum + one, 0) / n;
  const random = randomOf('block interval', lives.length);
  const block = Math.min(BLOCK, lives.length);
  const shares = Array.from({ length: DRAWS }, () => {
    let hits = 0;
    let all = 0;
    for (let drawn = 0; drawn < lives.length; drawn += block) {
      const from = Math.floor(random() * (lives.length - block + 1));
      for (let place = from; place < from + block; place++) {
        hits += trues[place] ?? 0;
        all += lives[place]?.length ?? 0;
      }
    }
    return hits / all;
  }).toSorted((a, b) => a - b);
  const at = (quantile: number): number => quantileOfSorted(shares, quantile) ?? Number.NaN;
  return { share, low: at(0.05), high: at(0.95), n };
}
