import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { STALL_MS, watchForStalls } from './stall-watch.ts';

describe('a recording that is watched for stalls', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function scene() {
    const now = { waiting: true, time: 0, received: 0, stalls: 0 };
    const stop = watchForStalls({
      waiting: () => now.waiting,
      signs: () => [now.time, now.received],
      stalled: () => {
        now.stalls += 1;
      },
    });
    return { now, stop };
  }

  it('has stalled when neither time nor bytes move for a while, and once only in that while', () => {
    const { now, stop } = scene();
    vi.advanceTimersByTime(STALL_MS + 1_000);
    expect(now.stalls).toBe(1);
    vi.advanceTimersByTime(STALL_MS / 2);
    expect(now.stalls).toBe(1);
    stop();
    vi.advanceTimersByTime(10 * STALL_MS);
    expect(now.stalls).toBe(1);
  });

  it('has not stalled while bytes come, however slowly, or while nothing is waited for', () => {
    const { now } = scene();
    for (let step = 0; step < 20; step += 1) {
      vi.advanceTimersByTime(STALL_MS / 2);
      now.received += 1;
    }
    now.waiting = false;
    vi.advanceTimersByTime(10 * STALL_MS);
    expect(now.stalls).toBe(0);
  });
});
