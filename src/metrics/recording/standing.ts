/** A measure that comes a little late still follows on the one before: up to so many times what it stands for. */
export const LATE = 1.5;

/** A measure stands for at least this long, where everything is read, in seconds. */
export const LEAST_LENGTH = 1;

/** For which part of a recording a measure stands, in seconds of the LIVE. */
export interface StandingMeasure<T> {
  readonly of: T;
  readonly from: number;
  readonly to: number;
}

/**
 * For which part of a recording each of its pictures, or of its sounds, stands: to the next one, as far as the plan
 * lets them lie apart.
 *
 * @param rows in the order of seconds
 * @param every how many seconds the plan lets lie between two of them
 * @param length of the recording, in seconds
 */
export function standingMeasures<T extends { readonly second: number }>(
  rows: readonly T[],
  every: number,
  length: number,
): readonly StandingMeasure<T>[] {
  const apart = Math.max(LEAST_LENGTH, every);
  return rows.map((of, place) => {
    const from = of.second;
    const next = rows[place + 1]?.second ?? Math.max(from, length);
    return { of, from, to: next - from <= LATE * apart ? next : from + apart };
  });
}
