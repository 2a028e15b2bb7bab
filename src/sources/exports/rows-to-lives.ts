import { isMoneyMetric, type MetricId, metric } from '../../metrics/catalogue.ts';
import type { Region } from '../../metrics/feed/category-slice.ts';
import type { Figures, Origin } from '../../metrics/figure.ts';
import { standInId } from '../../metrics/live/nameless.ts';
import type { Session } from '../../metrics/session.ts';
import type { Text } from '../../metrics/text.ts';
import type { UnixMs } from '../../metrics/time.ts';
import type { DayOrder } from './cells/instant.ts';
import { contradictionIn } from './contradictions.ts';
import type { Found } from './head.ts';
import { decide, type Numbers } from './identity.ts';
import { periodOf } from './period.ts';
import { type HearShare, mapRows, shareWithin } from './progress.ts';
import type { RegionCustoms } from './regions.ts';
import { type RoomColumn, settleRoomColumns } from './room-columns.ts';
import { type RoomOfRow, roomOfRow } from './room-of-row.ts';
import {
  type FigureColumn,
  numberAt,
  type SettledColumn,
  settleColumns,
} from './settled-columns.ts';
import { type Sheet, type SheetCell, type SheetRow, wordsOfCell } from './sheet.ts';

/** What is known of a file beside what stands in it. */
export interface SheetAbout {
  /** Whose LIVEs they are where no creator is named; part of a stand-in's key. */
  readonly owner: string;
  /** As of when its figures are: when the file was read, or last changed where that is known. */
  readonly at: UnixMs;
  /** The shop's region; without it the money's mark decides, where it can. */
  readonly region?: Region | undefined;
  /** Which number of a date is the day, where the seller was asked. */
  readonly dayOrder?: DayOrder | undefined;
}

/**
 * One LIVE of a file, or why its row was left out (1 is the sheet's first). `nameless`: the file
 * names no room id, so a stand-in holds its place; such a LIVE counts in distributions, and can't be
 * named as a benchmark.
 */
export type ExportRow = { readonly sheet?: string; readonly row: number } & (
  | { readonly session: Session; readonly nameless: boolean }
  | { readonly problem: Text }
);

/** What a sheet of LIVEs holds. */
export interface SheetLives {
  readonly rows: readonly ExportRow[];
  /** Heads of columns that were read, as they stand in the file. */
  readonly read: readonly string[];
  /** Heads whose meaning the rows didn't tell; they are left unread. */
  readonly undecided: readonly string[];
  /** Heads that nobody knows. */
  readonly unread: readonly string[];
  /** Cells that hold something which can't be read, by column. */
  readonly unreadCells: readonly UnreadCells[];
}

interface UnreadCells {
  readonly head: string;
  readonly rows: readonly number[];
}

interface Reading {
  readonly place: RegionCustoms;
  readonly about: SheetAbout;
  readonly hear: HearShare;
}

/** Reads the LIVEs of a sheet whose head was found; `ambiguous` where its dates could be of two days. */
export function readLives(
  sheet: Sheet,
  found: Found,
  { place, about, hear }: Reading,
): SheetLives | 'ambiguous' {
  const { layout, columns } = found;
  const rows = sheet.rows.slice(found.place + 1).filter(({ cells }) => !isEmpty(cells));
  const room = settleRoomColumns(columns, rows, {
    dayOrder: about.dayOrder,
    to: about.at,
    period: periodOf(sheet, found.place),
  });
  if (room === 'ambiguous') return room;
  hear(0.1);
  const { figures, undecided } = figureColumns(found, rows, place.region);
  const origin: Origin = { how: 'file', endpoint: layout.id, at: about.at, summary: true };
  const read = mapRows(rows, shareWithin(hear, 0.4, 0.7), ({ cells, row }, nth) => ({
    row,
    nth,
    cells,
    room: roomOfRow(cells, room, { place, owner: about.owner }),
  }));
  const unreadAt = (
    head: string,
    isUnread: (row: {
      readonly cells: readonly SheetCell[];
      readonly nth: number;
      readonly room: RoomOfRow;
    }) => boolean,
  ): UnreadCells[] => {
    const bad = read.filter(
      ({ cells, nth, room: one }) => one !== undefined && isUnread({ cells, nth, room: one }),
    );
    return bad.length === 0 ? [] : [{ head, rows: bad.map(({ row }) => row) }];
  };
  const named = standInsApart(read.flatMap(({ room: one }) => one ?? []));
  return {
    undecided,
    unread: found.unknown.map(({ written }) => written),
    read: columns.flatMap(({ column, written }) =>
      ('is' in column && column.is === 'aside') || undecided.includes(written) ? [] : [written],
    ),
    unreadCells: [
      ...unreadAt(
        writtenHead(columns, 'length'),
        ({ cells, room: one }) =>
          one.room.duration === undefined &&
          one.room.status !== 'live' &&
          holdsSomething(room.cell(cells, 'length')),
      ),
      ...figures.flatMap((column) =>
        unreadAt(
          column.written,
          ({ cells, nth }) =>
            numberAt(column, nth) === undefined && holdsSomething(cells[column.at]),
        ),
      ),
    ],
    rows: mapRows(read, shareWithin(hear, 0.7, 1), ({ row, nth, cells, room: one }): ExportRow => {
      const info = one && named.get(one);
      const at = sheet.name === undefined ? { row } : { sheet: sheet.name, row };
      if (info === undefined || one === undefined)
        return { ...at, problem: { key: isTotal(cells) ? 'export_total' : 'export_no_start' } };
      const values = figuresOfRow(nth, figures, origin);
      const contradiction = contradictionIn(numbersOfRow(nth, figures));
      if (contradiction !== undefined) return { ...at, problem: contradictionText(contradiction) };
      return { ...at, session: sessionOf(info, values, origin), nameless: one.nameless };
    }),
  };
}

const writtenHead = (columns: Found['columns'], is: RoomColumn): string =>
  columns.find(({ column }) => 'is' in column && column.is === is)?.written ?? '';

/** The columns of figures, those whose meaning the rows decide among them, and the ones left undecided. */
function figureColumns(
  { columns }: Found,
  rows: readonly SheetRow[],
  region: Region,
): { readonly figures: readonly SettledColumn[]; readonly undecided: readonly string[] } {
  const plain = columns.flatMap(({ column, ...rest }): FigureColumn[] =>
    'metric' in column ? [{ ...rest, metric: column.metric }] : [],
  );
  // Each open column is read as the first of what it may be: candidates share their unit.
  const open = columns.flatMap(({ column, ...rest }) => {
    const candidates = 'oneOf' in column ? column.oneOf : [];
    const free = candidates.filter((id) => !plain.some(({ metric }) => metric === id));
    const [first] = free;
    return first === undefined ? [] : [{ ...rest, metric: first, candidates: free }];
  });
  const settled = settleColumns([...plain, ...open], rows, region);
  const figures = settled.slice(0, plain.length);
  const numbers = open.length === 0 ? [] : rows.map((_, nth) => numbersOfRow(nth, figures));
  const undecided: string[] = [];
  const decided = open.flatMap(({ candidates, written }, place): SettledColumn[] => {
    const column = settled[plain.length + place];
    if (column === undefined || 'money' in column) return [];
    const id = decide(
      candidates,
      numbers.flatMap((others, nth) => {
        const value = column.numbers[nth];
        return value === undefined ? [] : [{ value, others }];
      }),
    );
    if (id === undefined) undecided.push(written);
    return id === undefined || isMoneyMetric(id) ? [] : [{ ...column, metric: id }];
  });
  return { figures: [...figures, ...decided], undecided };
}

function figuresOfRow(nth: number, columns: readonly SettledColumn[], origin: Origin): Figures {
  const figures: Figures = {};
  for (const column of columns) {
    if ('money' in column) {
      const money = column.money[nth];
      if (money !== undefined) figures[column.metric] = { money, origin };
    } else {
      const value = column.numbers[nth];
      if (value !== undefined) figures[column.metric] = { value, origin };
    }
  }
  return figures;
}

function numbersOfRow(nth: number, columns: readonly SettledColumn[]): Numbers {
  const numbers: Partial<Record<MetricId, number>> = {};
  for (const column of columns) {
    const value = numberAt(column, nth);
    if (value !== undefined) numbers[column.metric] = value;
  }
  return numbers;
}

/**
 * Two LIVEs of one account in one minute, as when one dropped and was begun anew: the longest keeps the
 * stand-in of their start, the others get one by their length, in whatever order the rows stand.
 */
function standInsApart(rooms: readonly RoomOfRow[]): ReadonlyMap<RoomOfRow, RoomOfRow['room']> {
  const longest = new Map<string, number>();
  for (const { key, room } of rooms)
    longest.set(key, Math.max(longest.get(key) ?? 0, room.duration ?? 0));
  return new Map(
    rooms.map((one) => {
      const { key, nameless, room } = one;
      const isLongest = (room.duration ?? 0) === longest.get(key);
      const apart = !nameless || isLongest ? room.id : standInId(`${key} ${room.duration ?? 0}`);
      return [one, { ...room, id: apart }];
    }),
  );
}

function sessionOf(room: RoomOfRow['room'], figures: Figures, origin: Origin): Session {
  const money = Object.values(figures).find((figure) => 'money' in figure);
  return {
    version: 1,
    room,
    ...(money !== undefined && 'money' in money ? { currency: money.money.currency } : {}),
    figures,
    comparisons: { market: {}, own: {} },
    origins: { room: origin, figures: origin },
    gaps: [],
  };
}

const contradictionText = ([one, other]: readonly [MetricId, MetricId]): Text => ({
  key: 'export_contradiction',
  values: {
    one: { kind: 'message', message: metric(one).name },
    other: { kind: 'message', message: metric(other).name },
  },
});

const isEmpty = (cells: readonly SheetCell[]): boolean => !cells.some(holdsSomething);

const holdsSomething = (cell: SheetCell): boolean =>
  wordsOfCell(cell) !== undefined || (typeof cell === 'object' && cell !== null);

const totals = /^(?:(?:grand )?(?:sub ?)?totals?|jumlah|tổng|soma)(?!\p{L})/iu;

/** Only asked of a row without a start: a LIVE may have any title. */
function isTotal(cells: readonly SheetCell[]): boolean {
  return totals.test(cells.map(wordsOfCell).find((text) => text !== undefined) ?? '');
}
