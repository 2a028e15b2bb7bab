import type { Estimate } from '../../diagnosis/report.ts';

/** Round ends of a scale, times a power of ten: near enough to each other that the longest bar fills most of it. */
const ROUND = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The upper end of one scale from zero on which all the bars lie, their intervals included. */
export function scaleEnd(estimates: readonly Estimate[]): number {
  const most = Math.max(0, ...estimates.map(({ value, high }) => Math.max(value, high ?? value)));
  if (most === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return (ROUND.find((one) => one * power >= most * (1 - 1e-9)) ?? 10) * power;
}

/** Where an amount lies on the scale, from 0 to 1. */
export const shareOfScale = (amount: number, end: number): number =>
  Math.min(1, Math.max(0, amount / end));
