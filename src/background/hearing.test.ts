import { describe, expect, it } from 'vitest';
import { roomA, roomB } from '../archive/parts.fixture.ts';
import { createHearing, PATIENCE_MS, QUIET_MS } from './hearing.ts';

/** A clock that moves only by waiting. */
function clock() {
  let now = 0;
  return {
    now: () => now,
    wait: async (ms: number) => {
      now += ms;
    },
  };
}

describe('waiting for a page to ask for itself', () => {
  it('takes no time when nothing was heard of the room', async () => {
    const time = clock();
    const hearing = createHearing(time);
    hearing.note(roomB);
    await hearing.quiet(roomA);
    expect(time.now()).toBe(0);
  });

  it('ends when the room has been quiet for a while', async () => {
    const time = clock();
    const hearing = createHearing(time);
    hearing.note(roomA);
    await hearing.quiet(roomA);
    expect(time.now()).toBe(QUIET_MS);
    await hearing.quiet(roomA);
    expect(time.now()).toBe(QUIET_MS);
  });

  it('ends at last under a page that never stops asking', async () => {
    const time = clock();
    const hearing = createHearing({
      now: time.now,
      wait: async (ms) => {
        await time.wait(ms);
        hearing.note(roomA);
      },
    });
    hearing.note(roomA);
    await hearing.quiet(roomA);
    expect(time.now()).toBe(PATIENCE_MS);
  });
});
