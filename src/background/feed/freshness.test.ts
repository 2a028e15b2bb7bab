import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fault } from '../../metrics/fault.ts';
import type { Trouble } from '../../metrics/feed/kept-feed.ts';
import { unixMs } from '../../metrics/time.ts';
import { freshMs, isFeedDue, retryMs, troubleAfter } from './freshness.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = unixMs(1_800_000_000_000);

describe('how long a feed’s answer is fresh', () => {
  it.each([
    [null, 6 * HOUR],
    ['public', 6 * HOUR],
    ['public, max-age=7200', 2 * HOUR],
    ['Max-Age="3600"', HOUR],
    ['max-age=5', 10 * MINUTE],
    ['max-age=99999999', 24 * HOUR],
    ['max-age=-1', 6 * HOUR],
    ['max-age=3600, no-cache', 10 * MINUTE],
    ['no-store', 10 * MINUTE],
  ])('%s', (cacheControl, ms) => {
    expect(freshMs(cacheControl)).toBe(ms);
  });

  it('is between ten minutes and a day whatever the feed says', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.nat().map((n) => `max-age=${n}`),
        ),
        (said) => {
          expect(freshMs(said)).toBeGreaterThanOrEqual(10 * MINUTE);
          expect(freshMs(said)).toBeLessThanOrEqual(24 * HOUR);
        },
      ),
    );
  });
});

describe('the rest after a failure', () => {
  const failures = (times: number, code: Parameters<typeof fault>[0]): number[] => {
    let trouble: Trouble | undefined;
    return Array.from({ length: times }, () => {
      trouble = troubleAfter(trouble, { fault: fault(code) }, now);
      return (trouble.restUntil - now) / MINUTE;
    });
  };

  it('doubles up to six hours', () => {
    expect(failures(11, 'feed-down')).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]);
  });

  it('stays short where no request went out', () => {
    expect(failures(4, 'feed-not-allowed')).toEqual([1, 1, 1, 1]);
  });

  it('is as long as the feed asks, up to a day', () => {
    const rest = (waitMs: number): number =>
      troubleAfter(undefined, { fault: fault('feed-down'), waitMs }, now).restUntil - now;
    expect(rest(3 * HOUR)).toBe(3 * HOUR);
    expect(rest(99 * HOUR)).toBe(24 * HOUR);
    expect(rest(1)).toBe(MINUTE);
  });

  it('reads Retry-After in seconds and as a date', () => {
    expect(retryMs('120', now)).toBe(2 * MINUTE);
    expect(retryMs(new Date(now + HOUR).toUTCString(), now)).toBe(HOUR);
    expect(retryMs(new Date(now - HOUR).toUTCString(), now)).toBe(0);
    expect(retryMs('soon', now)).toBeUndefined();
    expect(retryMs(null, now)).toBeUndefined();
  });

  it('keeps a stale answer from being asked for', () => {
    const trouble = troubleAfter(undefined, { fault: fault('feed-down') }, now);
    const checkedAt = unixMs(now - HOUR);
    expect(isFeedDue({ checkedAt, freshUntil: now }, now)).toBe(true);
    expect(isFeedDue({ checkedAt, freshUntil: unixMs(now + 1) }, now)).toBe(false);
    expect(isFeedDue({ checkedAt, freshUntil: now, trouble }, now)).toBe(false);
    expect(isFeedDue({ checkedAt, freshUntil: now, trouble }, unixMs(now + MINUTE))).toBe(true);
  });
});

describe('a clock that stood in the future', () => {
  const then = unixMs(now + 400 * 24 * HOUR);

  it('keeps no answer fresh once it is set right', () => {
    expect(isFeedDue({ checkedAt: then, freshUntil: unixMs(then + HOUR) }, now)).toBe(true);
  });

  it('keeps no failure resting once it is set right', () => {
    const trouble = troubleAfter(undefined, { fault: fault('feed-down') }, then);
    expect(isFeedDue({ checkedAt: unixMs(0), freshUntil: unixMs(0), trouble }, now)).toBe(true);
  });
});
