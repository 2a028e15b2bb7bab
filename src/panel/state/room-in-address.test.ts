import { describe, expect, it } from 'vitest';
import { roomInAddress, roomToJudge } from './room-in-address.ts';

const room = '7649951805363391253';
const panel = 'chrome-extension://id/src/panel/panel.html';

describe('the room in the panel’s address', () => {
  it.each([`?room=${room}`, `#room=${room}`, `?view=verdict&room=${room}`])(
    'is read of %s',
    (query) => {
      expect(roomInAddress(panel + query)).toBe(room);
    },
  );

  it('is to be judged out of sight only where the address says so', () => {
    expect(roomToJudge(`${panel}?view=verdict&room=${room}`)).toBe(room);
    expect(roomToJudge(`${panel}?room=${room}`)).toBeUndefined();
    expect(roomToJudge(`${panel}?view=verdict&room=12`)).toBeUndefined();
    expect(roomToJudge('nowhere')).toBeUndefined();
  });
});
