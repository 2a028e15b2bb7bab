import type { Session } from '../../metrics/session.ts';

/** Points of courses in one message, about 5 MB: browsers carry no message above 64 MiB, and hold up what waits for it. */
const MOST_POINTS = 250_000;

/**
 * LIVEs in parts that one message carries each, in their order. A LIVE minute by minute has thousands of
 * points, and a row of an export none.
 *
 * @param most LIVEs of one part
 */
export function partsToSend<T>(
  lives: readonly T[],
  sessionOf: (live: T) => Session | undefined,
  most: number,
): readonly T[][] {
  const parts: T[][] = [];
  let [part, points]: [T[], number] = [[], 0];
  for (const live of lives) {
    const { series = [] } = sessionOf(live)?.timeline ?? {};
    const own = series.reduce((sum, one) => sum + one.points.length, 0);
    if (part.length > 0 && (part.length >= most || points + own > MOST_POINTS)) {
      parts.push(part);
      [part, points] = [[], 0];
    }
    part.push(live);
    points += own;
  }
  return part.length === 0 ? parts : [...parts, part];
}
