import { describe, expect, it } from 'vitest';
import { parseRoomId } from '../../metrics/ids.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { wantedOf } from './wanted.ts';

const rooms: RoomRecord[] = Array.from({ length: 14 }, (_, place) => {
  const id = parseRoomId(`76499518053633912${String(10 + place)}`);
  if (id === undefined) throw new Error('not a room id');
  return {
    id,
    room: { id, title: `Serum night ${place}`, creator: { handle: 'linh' } },
    figures: {},
    revision: 1,
    simulated: false,
  };
});
const ids = (typed: string): string[] => wantedOf(typed, rooms).rooms.map(({ id }) => id);

describe('what is typed into the room picker', () => {
  it('offers the ten most recent LIVEs when empty', () => {
    expect(ids(' ')).toEqual(rooms.slice(0, 10).map(({ id }) => id));
  });

  it('finds a room by its id, beyond the ten as well', () => {
    expect(ids('7649951805363391223')).toEqual(['7649951805363391223']);
  });

  it('finds the room id in a pasted address', () => {
    const address = 'https://shop.tiktok.com/workbench/live/overview?room_id=7649951805363391211';
    expect(ids(address)).toEqual(['7649951805363391211']);
  });

  it('tells a well-formed id that was never seen', () => {
    expect(wantedOf('7000000000000000001', rooms)).toEqual({
      rooms: [],
      unknown: '7000000000000000001',
    });
  });

  it('searches titles and creators', () => {
    expect(ids('NIGHT 13')).toEqual(['7649951805363391223']);
    expect(ids('linh')).toHaveLength(10);
    expect(wantedOf('nothing like it', rooms)).toEqual({ rooms: [] });
  });
});
