import { describe, expect, it } from 'vitest';
import { unixSeconds } from '../../metrics/time.ts';
import { clock, cutOf } from './cut.ts';

const startedAt = unixSeconds(1_700_000_000);

describe('a cut of a replay', () => {
  it('counts from the start of the LIVE', () => {
    const cut = { from: unixSeconds(1_700_000_060), to: unixSeconds(1_700_000_090) };
    expect(cutOf({ startedAt, cut })).toEqual({ from: 60, to: 90 });
  });

  it('never starts before the replay, and lasts at least a second', () => {
    const cut = { from: unixSeconds(1_699_999_000), to: unixSeconds(1_699_999_500) };
    expect(cutOf({ startedAt, cut })).toEqual({ from: 0, to: 1 });
  });

  it('is the whole replay while the start is unknown', () => {
    const cut = { from: startedAt, to: startedAt };
    expect(cutOf({ cut })).toBeUndefined();
  });

  it('shows seconds as a player does', () => {
    expect(clock(42.4)).toBe('0:42');
    expect(clock(3849)).toBe('1:04:09');
  });
});
