import type { Result } from '../../metrics/fault.ts';

/** An answer that comes along with others; undefined where it is no longer what asking would say. */
export type First<T> = Promise<Result<T> | undefined>;

/** The answer that comes along with others; without one what is asked for by itself. */
export async function firstOr<T>(
  first: First<T> | undefined,
  ask: () => Promise<Result<T>>,
): Promise<Result<T>> {
  return (first && (await first)) ?? ask();
}
