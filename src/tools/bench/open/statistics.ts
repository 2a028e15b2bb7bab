import { quantile, quantileOfSorted } from '../../../diagnosis/statistics/quantile.ts';
import { randomOf } from '../../../diagnosis/statistics/random.ts';
import type { Interval } from '../../../diagnosis/statistics/trials.ts';

/** Several measurements of one duration. */
export interface Summary {
  /** Milliseconds, in the order in which they were measured. */
  readonly samples: readonly number[];
  readonly median: number;
  readonly p95: number;
}

/** One build's durations divided by another's, pair by pair: below 1 the first build is faster. */
export interface PairedRatio {
  /** In the order of the pairs. */
  readonly ratios: readonly number[];
  readonly median: number;
  /** The 95 % bootstrap interval of the median; the median alone when there is only one pair. */
  readonly interval: Interval;
  readonly least: number;
  readonly most: number;
}

const RESAMPLES = 4_000;
const TAIL = 0.025;

/** Median and 95th percentile, interpolated between samples. Throws when there are no samples. */
export function timesSummary(samples: readonly number[]): Summary {
  return { samples, median: quantileOf(samples, 0.5), p95: quantileOf(samples, 0.95) };
}

/**
 * Compares two builds pair by pair: `one[i]` and `other[i]` were measured right after each other, so
 * that what the machine did meanwhile falls on both. Throws when the lists differ in length or are
 * empty, or when a duration isn't above 0.
 */
export function pairedRatioOf(one: readonly number[], other: readonly number[]): PairedRatio {
  if (one.length !== other.length) {
    throw new Error(`${one.length} measurements can't be paired with ${other.length}.`);
  }
  const ratios = one.map((duration, place) => {
    const against = other[place] ?? Number.NaN;
    if (!(duration > 0 && against > 0)) {
      throw new Error(`${duration} ms can't be divided by ${against} ms.`);
    }
    return duration / against;
  });
  return {
    ratios,
    median: quantileOf(ratios, 0.5),
    interval: bootstrapMedian(ratios),
    least: quantileOf(ratios, 0),
    most: quantileOf(ratios, 1),
  };
}

/** The percentile bootstrap of a median (Efron 1979). The draws are seeded: same ratios, same interval. */
function bootstrapMedian(ratios: readonly number[]): Interval {
  const random = randomOf('bench open');
  const draw = (): number => ratios[Math.floor(random() * ratios.length)] ?? Number.NaN;
  const medians = Float64Array.from({ length: RESAMPLES }, () =>
    quantileOf(Array.from(ratios, draw), 0.5),
  ).sort();
  return {
    low: quantileOfSorted(medians, TAIL) ?? Number.NaN,
    high: quantileOfSorted(medians, 1 - TAIL) ?? Number.NaN,
  };
}

function quantileOf(values: readonly number[], share: number): number {
  const found = quantile(values, share);
  if (found === undefined) throw new Error('Nothing was measured.');
  return found;
}
