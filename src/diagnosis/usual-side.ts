import type { Comparison, Side } from './report.ts';

/** Where a figure lies beside the usual band, whose ends belong to it. */
export function sideOfBand(value: number, { p25, p75 }: NonNullable<Comparison['usual']>): Side {
  return value < p25 ? 'below' : value > p75 ? 'above' : 'usual';
}
