import { type FigureStyle, formatAmount } from '../figures.ts';

/** Money that adds or takes away, with its sign; zero has none. */
export function signedAmount(value: number, style: FigureStyle): string {
  const sign = value > 0 ? '+' : value < 0 ? '−' : '';
  return `${sign}${formatAmount(Math.abs(value), style)}`;
}
