/** Whether two figures are the same: their difference is shown as 0 %, so that any other word would contradict it. */
export function isSame(value: number, other: number): boolean {
  if (other === 0) return value === 0;
  return Math.round(Math.abs(value / other - 1) * 100) === 0;
}
