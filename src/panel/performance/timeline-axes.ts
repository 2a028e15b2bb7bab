import { MINUTE_SECONDS, type Seconds, type UnixSeconds, unixSeconds } from '../../metrics/time.ts';

const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
const ROUND_MINUTES = [5, 10, 15, 30, 60, 120, 180, 240, 360, 720];

/** The round figure that an axis from zero ends at: the highest one drawn or little above; whole numbers only for what is counted. */
export function roundTop(highest: number, isCount: boolean): number {
  if (!(highest > 0)) return 1;
  const size = 10 ** Math.floor(Math.log10(highest));
  const tops = ROUND.map((step) => Number((step * size).toPrecision(2)));
  const fits = (top: number): boolean => top >= highest && (!isCount || Number.isInteger(top));
  return tops.find(fits) ?? Math.ceil(highest);
}

/**
 * Round times of day (every 5, 10, 15, 30 minutes, 1, 2 … hours), as close as leaves at most `most`, by the
 * place of the interval in which each falls. `offset` is how far the clock is ahead of UTC.
 */
export function roundTimes(
  starts: readonly UnixSeconds[],
  interval: Seconds,
  offset: Seconds,
  most: number,
): ReadonlyMap<number, UnixSeconds> {
  let found = new Map<number, UnixSeconds>();
  for (const minutes of ROUND_MINUTES) {
    const step = minutes * MINUTE_SECONDS;
    found = new Map(
      starts.flatMap((at, place) => {
        const time = Math.ceil((at + offset) / step) * step - offset;
        return time < at + interval ? [[place, unixSeconds(time)] as const] : [];
      }),
    );
    if (found.size <= most) return found;
  }
  return found;
}

/** Words broken between words into lines that fit a width; a word that is wider has a line of its own. */
export function broken(
  words: string,
  widthOf: (text: string) => number,
  most: number,
): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
