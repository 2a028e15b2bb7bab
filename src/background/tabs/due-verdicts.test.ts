import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { roomA, roomB } from '../../archive/parts.fixture.ts';
import { createDueVerdicts, DUE_PATIENCE_MS, DUE_QUIET_MS } from './due-verdicts.ts';

describe('a verdict that is due', () => {
  const begin = vi.fn();
  const giveUp = vi.fn();
  beforeEach(() => {
    vi.useFakeTimers();
    begin.mockReset();
    giveUp.mockReset();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is begun once its figures have been quiet for a while', () => {
    const due = createDueVerdicts(begin, giveUp);
    for (let news = 0; news < 5; news++) {
      due.wait(roomA);
      vi.advanceTimersByTime(DUE_QUIET_MS - 1);
    }
    expect(begin).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(begin.mock.calls).toEqual([[roomA]]);
  });

  it('is given up where nobody answers, and begun anew with the next news', () => {
    const due = createDueVerdicts(begin, giveUp);
    due.wait(roomA);
    vi.advanceTimersByTime(DUE_QUIET_MS + DUE_PATIENCE_MS - 1);
    expect(giveUp).not.toHaveBeenCalled();
    due.wait(roomA);
    vi.advanceTimersByTime(DUE_QUIET_MS + DUE_PATIENCE_MS);
    expect(begin.mock.calls).toEqual([[roomA], [roomA]]);
    expect(giveUp.mock.calls).toEqual([[roomA]]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is waited for by LIVE, and not once it is due no longer', () => {
    const due = createDueVerdicts(begin, giveUp);
    due.wait(roomA);
    due.wait(roomB);
    due.end(roomA);
    vi.advanceTimersByTime(DUE_QUIET_MS);
    expect(begin.mock.calls).toEqual([[roomB]]);
    due.end(roomB);
    vi.advanceTimersByTime(DUE_PATIENCE_MS);
    expect(giveUp).not.toHaveBeenCalled();
  });
});
