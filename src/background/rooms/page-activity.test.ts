import { describe, expect, it } from 'vitest';
import { roomA, roomB } from '../../archive/parts.fixture.ts';
import { createPageActivity, PATIENCE_MS, QUIET_MS } from './page-activity.ts';

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
    const pageActivity = createPageActivity(time);
    pageActivity.note(roomB);
    await pageActivity.whenIdle(roomA);
    expect(time.now()).toBe(0);
  });

  it('ends when the room has been quiet for a while', async () => {
    const time = clock();
    const pageActivity = createPageActivity(time);
    pageActivity.note(roomA);
    await pageActivity.whenIdle(roomA);
    expect(time.now()).toBe(QUIET_MS);
    await pageActivity.whenIdle(roomA);
    expect(time.now()).toBe(QUIET_MS);
  });

  it('ends at last under a page that never stops asking', async () => {
    const time = clock();
    const pageActivity = createPageActivity({
      now: time.now,
      wait: async (ms) => {
        await time.wait(ms);
        pageActivity.note(roomA);
      },
    });
    pageActivity.note(roomA);
    await pageActivity.whenIdle(roomA);
    expect(time.now()).toBe(PATIENCE_MS);
  });
});
