import { parseRoomId } from '../../metrics/ids.ts';
import { accountOf } from '../../metrics/live/account.ts';
import type { RoomInfo } from '../../metrics/session.ts';
import { seconds, toMs, unixSeconds } from '../../metrics/time.ts';
import { zoneAt } from '../../metrics/zone.ts';
import { durationOf } from './cells/duration.ts';
import { instantOfCell } from './cells/instant.ts';
import type { Placed } from './head.ts';
import type { RegionCustoms } from './regions.ts';
import { type SheetCell, wordsOfCell } from './sheet.ts';
import { standInId } from './stand-in-id.ts';

/** What a row says of its room; `nameless` when the id is a stand-in. */
interface RoomOfRow {
  readonly room: RoomInfo;
  readonly nameless: boolean;
}

const NEGATIVE = /^-\d+(?:\.\d+)?$/;

/**
 * The room of a row; undefined when it isn't known when it started. Without a room id the creator
 * (or the file's owner) and the start are its key: the same LIVE gets the same stand-in again.
 */
export function roomOfRow(
  cells: readonly SheetCell[],
  columns: readonly Placed[],
  { place, owner }: { readonly place: RegionCustoms; readonly owner: string },
): RoomOfRow | undefined {
  const cell = (is: string): SheetCell =>
    cells[columns.find(({ column }) => 'is' in column && column.is === is)?.at ?? -1];
  const zone = { offset: seconds(0), name: place.zone };
  const startedAt = instantOfCell(cell('start'), zone);
  if (startedAt === undefined) return undefined;
  // What began and has no end yet lasts minus its start in unix seconds, as a real file has it.
  const runs = NEGATIVE.test(wordsOfCell(cell('length')) ?? '');
  const endedAt = runs ? undefined : instantOfCell(cell('end'), zone);
  const length =
    endedAt === undefined || endedAt <= startedAt
      ? durationOf(cell('length'))
      : endedAt - startedAt;
  const creator = {
    id: wordsOfCell(cell('creator-id')),
    handle: wordsOfCell(cell('creator-handle')),
    name: wordsOfCell(cell('creator-name')),
  };
  // As a number an id has lost its last digits.
  const written = [cell('room'), cell('room-or-title')].find((one) => typeof one === 'string');
  const id = parseRoomId(wordsOfCell(written) ?? '');
  const title =
    wordsOfCell(cell('title')) ??
    (id === undefined ? wordsOfCell(cell('room-or-title')) : undefined);
  const key = `${creator.id ?? creator.handle ?? owner} ${startedAt}`;
  return {
    nameless: id === undefined,
    room: {
      id: id ?? standInId(key),
      ...(title === undefined ? {} : { title }),
      ...(Object.values(creator).some((one) => one !== undefined) ? { creator } : {}),
      ...accountOf(accountCells(cell)),
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
 * The account of a row. As a number its id has lost its last digits, and some files have the display
 * name and the handle in each other's columns: then they are told by the blanks in the name.
 */
function accountCells(cell: (is: string) => SheetCell): { id?: string; handle?: string } {
  const id = cell('creator-id');
  const handles = [cell('creator-handle'), cell('creator-name')].map(wordsOfCell);
  const handle = handles.find((text) => text !== undefined && !text.includes(' '));
  return {
    ...(typeof id === 'string' ? { id } : {}),
    ...(handle === undefined ? {} : { handle }),
  };
}
