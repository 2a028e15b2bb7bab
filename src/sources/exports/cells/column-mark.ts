import { type DecimalMark, decimalOf, markOf, writtenNumber } from './number.ts';

/**
 * The mark before the decimals of a whole column. Writers have one form for a column, so one number
 * that can be read in one way alone tells how to read those that could be read in two: beside
 * 70391.700 a 1.234 has decimals. `mixed`: its numbers contradict each other. Undefined: none tells.
 */
export function markOfColumn(numbers: readonly string[]): DecimalMark | 'mixed' | undefined {
  const told = new Set<DecimalMark>();
  for (const text of numbers) {
    const written = writtenNumber(text);
    const mark = written === undefined ? undefined : markOf(written);
    // What can't be read by its own mark is no number, and tells nothing of others.
    if (mark !== undefined && decimalOf(text, mark) !== undefined) told.add(mark);
  }
  const [mark, ...others] = told;
  return others.length > 0 ? 'mixed' : mark;
}
