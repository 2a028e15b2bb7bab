import { describe, expect, it } from 'vitest';
import { parseRoomId, type RoomId } from '../../metrics/ids.ts';
import { accountOf } from '../../metrics/live/account.ts';
import type { Session } from '../../metrics/session.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { creatorsIn } from './creators.ts';
import { changedRooms, latestLive, livesToStage, namedApart, type PreviewLive } from './preview.ts';

function id(place: number): RoomId {
  const read = parseRoomId(`76000000000000000${String(place).padStart(2, '0')}`);
  if (read === undefined) throw new Error('not a room id');
  return read;
}
const session = (place: number, creator: { id?: string; handle?: string } = {}): Session => ({
  version: 1,
  room: {
    id: id(place),
    startedAt: unixSeconds(1_790_000_000 + place),
    creator,
    ...accountOf(creator),
  },
  figures: {},
  comparisons: { market: {}, own: {} },
  origins: {},
  gaps: [],
});
const nothing = { read: [], undecided: [], unread: [], unreadCells: [], hiddenSheets: [] };
const live = (place: number, state: PreviewLive['state']): PreviewLive => ({
  ...{ session: session(place), file: 'a.csv', room: id(place), state },
});

describe('the preview of export files', () => {
  it('counts each LIVE that adding would change once', () => {
    const lives = [live(1, 'new'), live(1, 'updated'), live(2, 'same'), live(3, 'twice')];
    expect([...changedRooms(lives)]).toEqual([id(1)]);
  });

  it('leads to the LIVE that started last, wherever it stands', () => {
    expect(latestLive([live(1, 'new'), live(3, 'new'), live(2, 'new')])).toBe(id(3));
    expect(latestLive([])).toBeUndefined();
  });

  it('tells files of one name apart', () => {
    expect(namedApart(['a.csv', 'b.csv', 'a.csv'])).toEqual(['a.csv', 'b.csv', 'a.csv (2)']);
  });

  it('takes the LIVEs of the seller’s own creators, and those whose creator no file names', () => {
    const [mine, other] = [{ handle: 'mia' }, { handle: 'liam' }];
    const sessions = [session(1, mine), session(2, other), session(3)];
    const rows = sessions.map((one, place) => ({ row: place + 2, session: one, nameless: false }));
    const files = [{ name: 'a.csv', answer: { ok: true, layout: 'x', rows, ...nothing } as const }];
    expect(livesToStage(files, { mine: new Set(['@mia']) }).map(({ row }) => row)).toEqual([2, 4]);
    expect(livesToStage(files, {})).toHaveLength(3);
  });
});

describe('the creators in export files', () => {
  it('are known by number or handle, and stand first; of the others those with most LIVEs', () => {
    const room = { id: id(9), ...accountOf({ id: '7100000000001' }) };
    const known = [{ id: id(9), room, figures: {}, revision: 1, simulated: false }];
    const noah = { id: '7100000000001', handle: 'noah' };
    const creators = creatorsIn(
      [
        session(1, { handle: 'mia' }),
        session(2, { handle: 'liam' }),
        session(3, { handle: 'liam' }),
        session(4, noah),
      ],
      known,
    );
    expect(creators.map(({ name, lives, known: isKnown }) => [name, lives, isKnown])).toEqual([
      ['@noah', 1, true],
      ['@liam', 2, false],
      ['@mia', 1, false],
    ]);
  });
});
