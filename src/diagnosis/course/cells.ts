import { spanLength } from '../../metrics/live/length.ts';
import type { TrendInterval } from '../timeline/span.ts';
import { usable } from '../usable.ts';

/** `amount`: events that add up; `level`: people in the room, whose √ has an even spread. */
export type Scale = 'amount' | 'level';

/** One interval: its length, and its events, or its level × seconds. */
export interface Cell {
  readonly seconds: number;
  readonly amount: number;
}

/** The cells of a series; undefined where a value can be no count, or an interval is missing between two others. */
export function cellsOf(
  intervals: readonly TrendInterval[],
  scale: Scale,
): readonly Cell[] | undefined {
  const cells: Cell[] = [];
  for (const [place, interval] of intervals.entries()) {
    const value = usable(interval.value);
    const next = intervals[place + 1];
    if (value === undefined || value < 0 || (next !== undefined && next.from !== interval.to)) {
      return undefined;
    }
    const seconds = spanLength(interval);
    cells.push({ seconds, amount: scale === 'amount' ? value : value * seconds });
  }
  return cells;
}
