import { describe, expect, it } from 'vitest';
import { parseRoomId } from '../ids.ts';
import { groundOf } from './ground.ts';

const id = parseRoomId('7649951805363391253');
const live = (revision: number, status: 'live' | 'ended' = 'ended') => {
  if (id === undefined) throw new Error('not a room id');
  return { room: { id, status }, revision };
};

describe('what verdicts rest on', () => {
  it('changes with the figures of ended LIVEs, and not with those of one that runs', () => {
    expect(groundOf([])).toBe(0);
    expect(groundOf([live(2), live(3)])).toBe(5);
    expect(groundOf([live(2), live(4)])).toBe(6);
    expect(groundOf([live(2), live(3), live(9, 'live')])).toBe(5);
  });
});
