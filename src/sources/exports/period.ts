import { clockReading, dayOrderOf } from './cells/instant.ts';
import { type Sheet, wordsOfCell } from './sheet.ts';

/** The days that a file covers, as the clock of the shop shows them, in ms as if it stood at UTC. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

const day = String.raw`(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})`;
const between = new RegExp(String.raw`${day}\s*(?:~|–|—|-|to)\s*${day}`, 'i');

/**
 * The period that stands above the head ("Date Range: 2026-08-01 ~ 2026-08-31"); undefined where none
 * does, or where its days could be two.
 */
export function periodOf(sheet: Sheet, headPlace: number): Period | undefined {
  for (const { cells } of sheet.rows.slice(0, headPlace)) {
    for (const cell of cells) {
      const [, from, to] = between.exec(wordsOfCell(cell) ?? '') ?? [];
      if (from === undefined || to === undefined) continue;
      const [first, last] = [clockReading(`${from} 00:00`), clockReading(`${to} 23:59`)];
      if (first === undefined || last === undefined) continue;
      const order = dayOrderOf([first, last], { to: Number.POSITIVE_INFINITY });
      if (order === undefined) return undefined;
      const ms = (reading: typeof first): number | undefined =>
        'ms' in reading ? reading.ms : order === 'none' ? undefined : reading.byOrder[order];
      const [start, end] = [ms(first), ms(last)];
      return start === undefined || end === undefined || end < start
        ? undefined
        : { from: start, to: end };
    }
  }
  return undefined;
}
