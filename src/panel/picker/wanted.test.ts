import { describe, expect, it } from 'vitest';
import { parseRoomId, type RoomId } from '../../metrics/ids.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { isSearch, wantedOf } from './wanted.ts';

const idAt = (place: number): RoomId => {
  const id = parseRoomId(`76499518053633912${String(10 + place)}`);
  if (id === undefined) throw new Error('not a room id');
  return id;
};
const rooms: RoomRecord[] = Array.from({ length: 14 }, (_, place) => ({
  id: idAt(place),
  room: { id: idAt(place), title: `Serum night ${place}`, creator: { handle: 'linh' } },
  figures: {},
  revision: 1,
  simulated: false,
}));
const ids = (typed: string): string[] =>
  wantedOf(typed, rooms, undefined).offered.map(({ record }) => record.id);

describe('what is typed into the room picker', () => {
  it('offers the ten most recent LIVEs when empty, and until something is found', () => {
    const recent = rooms.slice(0, 10).map(({ id }) => id);
    expect(ids(' ')).toEqual(recent);
    expect(ids('serum')).toEqual(recent);
  });

  it('finds a room by its id, beyond the ten as well', () => {
    expect(ids('7649951805363391223')).toEqual(['7649951805363391223']);
  });

  it('finds the room id in a pasted address', () => {
    const address = 'https://shop.tiktok.com/workbench/live/overview?room_id=7649951805363391211';
    expect(ids(address)).toEqual(['7649951805363391211']);
    expect(isSearch(address)).toBe(false);
    expect(isSearch('serum')).toBe(true);
  });

  it('offers LIVEs of the shop that is listed, and finds those of every shop by id and by words', () => {
    const [first, ...others] = rooms;
    if (first === undefined) throw new Error('no rooms');
    const found = { lives: [{ id: first.id, by: [] }], more: 0 };
    expect(wantedOf('', others, undefined, rooms).offered[0]?.record).toEqual(others[0]);
    expect(wantedOf(first.id, others, undefined, rooms).offered).toEqual([{ record: first }]);
    expect(wantedOf('night', others, found, rooms).offered).toEqual([{ record: first, by: [] }]);
  });

  it('tells a well-formed id that was never seen', () => {
    expect(wantedOf('7000000000000000001', rooms, undefined)).toEqual({
      offered: [],
      more: 0,
      unknown: '7000000000000000001',
    });
  });

  it('offers what was found as it was found, with what found it, and none that the list lacks', () => {
    const by = [{ in: 'product', text: 'Linen shirt' }] as const;
    const found = {
      lives: [
        { id: idAt(13), by },
        { id: idAt(40), by },
        { id: idAt(2), by: [] },
      ],
      more: 5,
    };
    expect(wantedOf('linen', rooms, found)).toEqual({
      offered: [
        { record: rooms[13], by },
        { record: rooms[2], by: [] },
      ],
      more: 5,
    });
  });
});
