import { parseRoomId } from '../../metrics/ids.ts';
import { accountOf } from '../../metrics/live/account.ts';
import { standInId } from '../../metrics/live/nameless.ts';
import type { RoomInfo } from '../../metrics/session.ts';
import { DAY_SECONDS, seconds, toMs, type UnixSeconds, unixSeconds } from '../../metrics/time.ts';
import { zoneAt } from '../../metrics/zone.ts';
import { durationOf } from './cells/duration.ts';
import { instantOfCell } from './cells/instant.ts';
import type { RegionCustoms } from './regions.ts';
import type { RoomColumn, RoomColumns } from './room-columns.ts';
import { type SheetCell, wordsOfCell } from './sheet.ts';

/** What a row says of its room; `nameless` when the id is a stand-in. */
export interface RoomOfRow {
  readonly room: RoomInfo;
  readonly nameless: boolean;
  /** By what a nameless LIVE is known again: its creator, or the file's owner, and its start. */
  readonly key: string;
}

const NEGATIVE = /^[-−]\d+(?:\.\d+)?$/;
/** Between the days that spreadsheets count from 1900 and from 1904. */
const FOUR_YEARS = 1_462 * DAY_SECONDS;

/**
 * The room of a row; undefined when it isn't known when it started. Without a room id the creator
 * (or the file's owner) and the start are its key: the same LIVE gets the same stand-in again.
 */
export function roomOfRow(
  cells: readonly SheetCell[],
  columns: RoomColumns,
  { place, owner }: { readonly place: RegionCustoms; readonly owner: string },
): RoomOfRow | undefined {
  const cell = (is: RoomColumn): SheetCell => columns.cell(cells, is);
  const zone = { offset: seconds(0), name: place.zone };
  const instant = (is: RoomColumn) => instantOfCell(cell(is), zone, columns.dayOrder);
  // As a number an id has lost its last digits.
  const written = [cell('room'), cell('room-or-title')].find((one) => typeof one === 'string');
  const id = parseRoomId(wordsOfCell(written) ?? '');
  const trusted = columns.trusts.room ? id : undefined;
  const shown = instant('start');
  if (shown === undefined) return undefined;
  const shift = id === undefined ? 0 : yearsOff(shown, id);
  const startedAt = unixSeconds(shown + shift);
  // What began and has no end yet lasts minus its start in unix seconds, as a real file has it.
  const runs = NEGATIVE.test(wordsOfCell(cell('length')) ?? '');
  const ended = runs ? undefined : instant('end');
  const length =
    ended === undefined || ended + shift <= startedAt
      ? durationOf(cell('length'), columns.lengths)
      : ended + shift - startedAt;
  const account = accountCells(cell, columns.trusts.creator);
  const creator = {
    id: account.id,
    handle: wordsOfCell(cell('creator-handle')),
    name: wordsOfCell(cell('creator-name')),
  };
  const title =
    wordsOfCell(cell('title')) ??
    (id === undefined ? wordsOfCell(cell('room-or-title')) : undefined);
  const key = `${creator.id ?? creator.handle ?? owner} ${startedAt}`;
  return {
    key,
    nameless: trusted === undefined,
    room: {
      id: trusted ?? standInId(key),
      ...(title === undefined ? {} : { title }),
      ...(Object.values(creator).some((one) => one !== undefined) ? { creator } : {}),
      ...accountOf(account),
      region: place.region,
      startedAt,
      ...(length === undefined
        ? {}
        : { duration: seconds(length), endedAt: unixSeconds(startedAt + length) }),
      status: runs ? 'live' : 'ended',
      zone: zoneAt(toMs(startedAt), zone),
    },
  };
}

/**
 * What to add to a start that lies four years off: a program wrote the days of one count into a workbook
 * of the other. The upper half of a room id is the second in which the room was made.
 */
function yearsOff(startedAt: UnixSeconds, id: string): number {
  const off = Number(BigInt(id) >> 32n) - startedAt;
  return Math.abs(Math.abs(off) - FOUR_YEARS) < DAY_SECONDS ? Math.sign(off) * FOUR_YEARS : 0;
}

/**
 * The account of a row. As a number its id has lost its last digits, and some files have the display
 * name and the handle in each other's columns: then they are told by the blanks in the name.
 */
function accountCells(
  cell: (is: RoomColumn) => SheetCell,
  trusted: boolean,
): { id?: string; handle?: string } {
  const id = cell('creator-id');
  const words = typeof id === 'string' && /^\d+$/.test(id.trim()) ? wordsOfCell(id) : undefined;
  const handles = [cell('creator-handle'), cell('creator-name')].map(wordsOfCell);
  const handle = handles.find((text) => text !== undefined && !text.includes(' '));
  return {
    ...(trusted && words !== undefined ? { id: words } : {}),
    ...(handle === undefined ? {} : { handle }),
  };
}
