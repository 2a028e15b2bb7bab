import { type MetricId, ratioOf } from '../../metrics/catalogue.ts';
import type { Numbers } from './identity.ts';

/** Of each pair the first counts a part of what the second counts, so it can't be larger. */
const parts: readonly (readonly [part: MetricId, whole: MetricId])[] = [
  ['viewers', 'views'],
  ['views', 'impressions'],
  ['productClicks', 'productImpressions'],
];

/** Rates whose counts are known; others have been seen with two meanings under one name. */
const rates: readonly MetricId[] = ['liveCtr', 'productCtr', 'ctor', 'ctorSku', 'tapThroughRate'];

/** What rounding and late corrections explain; a lost or added group of thousands is a thousand times. */
const MOST_OFF = 3;
const LITTLE_MORE = 1.05;

/**
 * Two figures of a row that can't both be right, or undefined. A program that read 2,000 as 2 and wrote
 * it back leaves such rows, and nothing in the cell itself shows it.
 */
export function contradictionIn(numbers: Numbers): readonly [MetricId, MetricId] | undefined {
  for (const [part, whole] of parts) {
    const [less, more] = [numbers[part], numbers[whole]];
    if (less !== undefined && more !== undefined && less > more * LITTLE_MORE) return [part, whole];
  }
  for (const rate of rates) {
    const of = ratioOf(rate);
    const [reported, above, below] = [
      numbers[rate],
      of && numbers[of.numerator],
      of && numbers[of.denominator],
    ];
    if (of === undefined || !reported || !above || !below) continue;
    const off = ((above / below) * of.per) / reported;
    if (off > MOST_OFF || off < 1 / MOST_OFF) return [of.numerator, of.denominator];
  }
  return undefined;
}
