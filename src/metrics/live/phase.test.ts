import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, finalAt, seconds, toMs, type UnixMs, unixMs, unixSeconds } from '../time.ts';
import { type LiveTimes, lengthAt } from './length.ts';
import { type Phase, phaseOf } from './phase.ts';
import { anyTimes } from './times.fixture.ts';

const startedAt = unixSeconds(1_763_751_720);
const endedAt = unixSeconds(startedAt + 13_560);
const ended: LiveTimes = { startedAt, endedAt, status: 'ended' };
const past = (ms: number): UnixMs => unixMs(toMs(endedAt) + ms);

describe('the phase of a LIVE', () => {
  it('is provisional once it ended, and final at T-2 with days cut at UTC-8', () => {
    const final = finalAt(endedAt);
    const known = { endedAt, finalAt: final };
    expect(phaseOf(ended, past(1))).toEqual({ name: 'provisional', ...known });
    expect(phaseOf(ended, unixMs(final - 1))).toEqual({ name: 'provisional', ...known });
    expect(phaseOf(ended, final)).toEqual({ name: 'final', ...known });
  });

  it('is running where an answer says so, whatever end an older one gave', () => {
    const again = past(9 * DAY_MS);
    expect(phaseOf({ ...ended, status: 'live' }, again, again)).toEqual({ name: 'running' });
  });

  it('is unknown a day after the last answer of a LIVE that was said to run', () => {
    const running: LiveTimes = { startedAt, status: 'live' };
    const answered = past(0);
    expect(phaseOf(running, past(DAY_MS), answered)).toEqual({ name: 'running' });
    expect(phaseOf(running, past(DAY_MS + 1), answered)).toEqual({ name: 'unknown' });
    expect(phaseOf(ended, past(9 * DAY_MS), answered)).toMatchObject({ name: 'final' });
    expect(lengthAt(running, past(DAY_MS), answered)).toBeGreaterThan(0);
    expect(lengthAt(running, past(DAY_MS + 1), answered)).toBeUndefined();
  });

  it('is unknown a day after what is known of a running LIVE from the list alone', () => {
    const listed = { startedAt, duration: seconds(13_560), status: 'live' } as const;
    expect(phaseOf(listed, past(DAY_MS))).toEqual({ name: 'running' });
    expect(phaseOf(listed, past(DAY_MS + 1))).toEqual({ name: 'unknown' });
    expect(lengthAt(listed, past(172 * DAY_MS))).toBeUndefined();
    expect(phaseOf({ status: 'live' }, past(172 * DAY_MS))).toEqual({ name: 'running' });
  });

  it('follows from start and duration of a LIVE that is said to have ended', () => {
    const reckoned = { startedAt, duration: seconds(13_560), status: 'ended' } as const;
    expect(phaseOf(reckoned, past(9 * DAY_MS))).toMatchObject({ name: 'final', endedAt });
  });

  it('is unknown where nothing says that it ended', () => {
    const listed = { startedAt, duration: seconds(13_560) };
    expect(phaseOf(listed, past(9 * DAY_MS))).toEqual({ name: 'unknown' });
    expect(phaseOf({}, past(0))).toEqual({ name: 'unknown' });
    expect(phaseOf({ status: 'ended' }, past(0))).toEqual({ name: 'unknown' });
  });

  it('only moves forward as time goes on: each time has one, and final is the last', () => {
    const order: readonly Phase['name'][] = ['provisional', 'final'];
    fc.assert(
      fc.property(anyTimes, anyTime, anyTime, (live, one, other) => {
        const earlier = phaseOf(live, unixMs(Math.min(one, other))).name;
        const later = phaseOf(live, unixMs(Math.max(one, other))).name;
        if (earlier === 'running') expect(['running', 'unknown']).toContain(later);
        else if (!order.includes(earlier)) expect(later).toBe(earlier);
        else expect(order.indexOf(later)).toBeGreaterThanOrEqual(order.indexOf(earlier));
      }),
    );
  });
});

const anyTime = fc.integer({ min: 0, max: 2_000_000_000_000 });
