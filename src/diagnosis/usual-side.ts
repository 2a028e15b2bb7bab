import type { Comparison, Side } from './report.ts';

/** A share by which a figure moves by itself from LIVE to LIVE: a smaller difference tells nothing. */
const NOISE = 0.05;

type Band = NonNullable<Comparison['usual']>;

/** Where a figure lies beside the usual band, whose ends belong to it. */
export function sideOfBand(value: number, { p25, p75 }: Pick<Band, 'p25' | 'p75'>): Side {
  return value < p25 ? 'below' : value > p75 ? 'above' : 'usual';
}

/**
 * Where a figure lies beside what is usual: by the usual band where that is known, else by the reference. So close to
 * the middle that only chance tells them apart it is usual, however narrow the band. Undefined with neither.
 */
export function sideOf(
  value: number,
  usual: Band | undefined,
  reference: number | undefined,
): Side | undefined {
  const middle = usual?.p50 ?? reference;
  if (middle === undefined) return undefined;
  if (Math.abs(value - middle) <= NOISE * middle) return 'usual';
  return sideOfBand(value, usual ?? { p25: middle, p75: middle });
}

/**
 * Whether a figure is to be noticed: it lies off what it is compared with by more than chance, and outside of what
 * is usual on that side where that is known.
 */
export function standsOut({
  verdict,
  side,
  difference,
}: Pick<Comparison, 'verdict' | 'side' | 'difference'>): boolean {
  if (verdict !== 'lower' && verdict !== 'higher') return false;
  if (difference !== undefined && Math.abs(difference) <= NOISE) return false;
  return side === undefined || side === (verdict === 'lower' ? 'below' : 'above');
}
