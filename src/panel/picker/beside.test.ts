import { describe, expect, it } from 'vitest';
import { roomId } from '../state/ports.fixture.ts';
import { beside } from './beside.ts';

const rooms = [3, 2, 1].map((number) => ({ id: roomId(number) }));

describe('the LIVE beside another in the list', () => {
  it('is the one that started before or after it', () => {
    expect(beside(rooms, roomId(2), 'earlier')?.id).toBe(roomId(1));
    expect(beside(rooms, roomId(2), 'later')?.id).toBe(roomId(3));
  });

  it('is none at the ends of the list, and for a LIVE that it does not hold', () => {
    expect(beside(rooms, roomId(1), 'earlier')).toBeUndefined();
    expect(beside(rooms, roomId(3), 'later')).toBeUndefined();
    expect(beside(rooms, roomId(9), 'later')).toBeUndefined();
    expect(beside(rooms, undefined, 'earlier')).toBeUndefined();
  });
});
