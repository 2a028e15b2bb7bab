import { describe, expect, it } from 'vitest';
import { roomId } from '../state/ports.fixture.ts';
import { baseLive } from './base-live.ts';

const live = (place: number, status: 'live' | 'ended') => ({
  id: roomId(place),
  room: { id: roomId(place), status },
});

describe('the LIVE that a plan is made from', () => {
  it('is the one in view, else the latest that has ended, else none', () => {
    const rooms = [live(3, 'live'), live(2, 'ended'), live(1, 'ended')];
    expect(baseLive(roomId(1), rooms)).toBe(roomId(1));
    expect(baseLive(undefined, rooms)).toBe(roomId(2));
    expect(baseLive(undefined, [live(3, 'live')])).toBeUndefined();
  });
});
