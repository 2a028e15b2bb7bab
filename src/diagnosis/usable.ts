/** Figures beyond this are no measurement; products of five steps within it stay exact numbers. */
const LARGEST = 1e15;
const SMALLEST = 1e-15;

/** The value if a figure of a LIVE can be so large or small; else undefined, as if it were missing. */
export function usable(value: number | undefined): number | undefined {
  if (value === undefined || !Number.isFinite(value)) return undefined;
  if (value === 0) return 0;
  const size = Math.abs(value);
  return size <= LARGEST && size >= SMALLEST ? value : undefined;
}

/** Numerator ÷ denominator × per; undefined where a part is missing or the denominator is not positive. */
export function ratio(
  numerator: number | undefined,
  denominator: number | undefined,
  per = 1,
): number | undefined {
  if (numerator === undefined || denominator === undefined || !(denominator > 0)) return undefined;
  return usable((numerator / denominator) * per);
}
