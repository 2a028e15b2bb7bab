import { DAY_MS } from '../../metrics/time.ts';
import { type Lengths, lengthsOfColumn } from './cells/duration.ts';
import { clockReading, type DayOrder, dayOrderOf } from './cells/instant.ts';
import type { Placed } from './head.ts';
import type { Column } from './layout.ts';
import { type SheetCell, type SheetRow, wordsOfCell } from './sheet.ts';

/** How the cells that tell of rooms are read, which the whole columns settled. */
export interface RoomColumns {
  readonly cell: (cells: readonly SheetCell[], is: RoomColumn) => SheetCell;
  readonly dayOrder: DayOrder | undefined;
  readonly lengths: Lengths;
  /** Ids that a program kept as numbers have lost their last digits, and name other rooms. */
  readonly trusts: { readonly room: boolean; readonly creator: boolean };
}

export type RoomColumn = Extract<Column, { is: unknown }>['is'];

/** A LIVE lasts a second at least; files of several days joined to one have been seen. */
const liveLengths = { longest: 31, shortest: 1 };
/** Of true ids one in a thousand ends so; of those that went through a number, each. */
const LOST_DIGITS = /000$/;
const NEARLY_ALL = 0.8;

/**
 * Settles the room's columns of a sheet. `ambiguous`: which number of its dates is the day neither the
 * dates tell, nor the period above them, nor that no LIVE lies after the file.
 */
export function settleRoomColumns(
  columns: readonly Placed[],
  rows: readonly SheetRow[],
  known: {
    readonly dayOrder: DayOrder | undefined;
    /** The last day that may be in it, in ms; a day more stands for the zone. */
    readonly to: number;
    readonly period: { readonly from: number; readonly to: number } | undefined;
  },
): RoomColumns | 'ambiguous' {
  const places = new Map(
    columns.flatMap(({ column, at }) => ('is' in column ? [[column.is, at]] : [])),
  );
  const cell: RoomColumns['cell'] = (cells, is) => cells[places.get(is) ?? -1];
  const all = (is: RoomColumn): SheetCell[] => rows.map(({ cells }) => cell(cells, is));
  const readings = [...all('start'), ...all('end')].flatMap((one) => clockReading(one) ?? []);
  const order =
    known.dayOrder ??
    dayOrderOf(readings, {
      ...(known.period === undefined ? {} : { from: known.period.from - DAY_MS }),
      to: Math.min(known.to, known.period?.to ?? known.to) + DAY_MS,
    });
  if (order === undefined) return 'ambiguous';
  return {
    cell,
    dayOrder: order === 'none' ? undefined : order,
    lengths: lengthsOfColumn(all('length'), liveLengths),
    trusts: {
      room: areWhole([...all('room'), ...all('room-or-title')]),
      creator: areWhole(all('creator-id')),
    },
  };
}

function areWhole(cells: readonly SheetCell[]): boolean {
  const ids = new Set(
    cells.flatMap((one) => {
      const words = wordsOfCell(one);
      return words !== undefined && /^\d{15,}$/.test(words) ? [words] : [];
    }),
  );
  const lost = [...ids].filter((id) => LOST_DIGITS.test(id)).length;
  return lost < ids.size * NEARLY_ALL || ids.size === 0;
}
