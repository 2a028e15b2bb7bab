import { isWrittenAlike, type Written } from '../../metrics/written.ts';

/**
 * Whether two figures are the same: their difference is shown as 0 %, or both are written alike where it is
 * given how, so that any other word would contradict what is shown.
 */
export function isSame(value: number, other: number, written?: Written): boolean {
  if (written !== undefined && isWrittenAlike(value, other, written)) return true;
  if (other === 0) return value === 0;
  return Math.round(Math.abs(value / other - 1) * 100) === 0;
}

/** How far a figure lies from another as a share of that; none where both are the same. `other` is above zero. */
export function differenceFrom(value: number, other: number, written: Written): number {
  return isSame(value, other, written) ? 0 : value / other - 1;
}
