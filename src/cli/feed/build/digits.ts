/** The value to so many significant digits; rounding keeps an order, it may only level it. */
export function toDigits(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
