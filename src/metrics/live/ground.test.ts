import { describe, expect, it } from 'vitest';
import { parseRoomId } from '../ids.ts';
import { DAY_SECONDS, unixSeconds } from '../time.ts';
import { groundOf } from './ground.ts';

const id = parseRoomId('7649951805363391253');
const START = 1_781_143_239;
const live = (revision: number, status: 'live' | 'ended' = 'ended', daysBefore = 0) => {
  if (id === undefined) throw new Error('not a room id');
  const startedAt = unixSeconds(START - daysBefore * DAY_SECONDS);
  return { room: { id, status, startedAt }, revision };
};
const { room } = live(1);

describe('what verdicts rest on', () => {
  it('changes with the figures of ended LIVEs, and not with those of one that runs', () => {
    expect(groundOf(room, [])).toBe(0);
    expect(groundOf(room, [live(2), live(3)])).toBe(5);
    expect(groundOf(room, [live(2), live(4)])).toBe(6);
    expect(groundOf(room, [live(2), live(3), live(9, 'live')])).toBe(5);
  });

  it('are the LIVEs of the three months before, and none after', () => {
    const around = [live(1), live(2, 'ended', 91), live(4, 'ended', 93), live(8, 'ended', -1)];
    expect(groundOf(room, around)).toBe(3);
  });
});
