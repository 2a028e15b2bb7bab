import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRoomId } from '../ids.ts';
import type { RoomInfo } from '../session.ts';
import { DAY_MS, HOUR_MS, seconds, toMs, type UnixMs, unixMs, unixSeconds } from '../time.ts';
import {
  cutOf,
  hasMoved,
  partOf,
  type RecordingState,
  recordingState,
  replayEnd,
  replayOf,
  timeLeftText,
} from './recording.ts';
import { anyTimes } from './times.fixture.ts';

const id = parseRoomId('7649951805363391253');
if (id === undefined) throw new Error('not a room id');
const startedAt = unixSeconds(1_763_751_720);
const endedAt = unixSeconds(startedAt + 13_560);
const url = 'https://replay.example/a.m3u8';
const room: RoomInfo = { id, startedAt, endedAt, status: 'ended', replayUrl: url };
const past = (ms: number): UnixMs => unixMs(toMs(endedAt) + ms);
const at = (live: RoomInfo, ms: number): RecordingState => recordingState(replayOf(live), past(ms));

describe('the replay of a LIVE', () => {
  it('plays for 30 days after the LIVE', () => {
    expect(at(room, 1)).toEqual({ state: 'playable', left: 30 * DAY_MS - 1 });
    expect(at(room, 30 * DAY_MS - 1)).toEqual({ state: 'playable', left: 1 });
    expect(at(room, 30 * DAY_MS)).toEqual({ state: 'expired' });
    expect(replayOf(room)).toEqual({ room: id, url, expiresAt: replayEnd(endedAt), from: 0 });
  });

  it('ends when its address says so', () => {
    const sooner = { ...room, replayExpiresAt: unixSeconds(endedAt + 60) };
    expect(at(sooner, 59_000).state).toBe('playable');
    expect(at(sooner, 60_000).state).toBe('expired');
  });

  it('is absent without an address and while the LIVE runs, and has no known end without the LIVE’s', () => {
    const { replayUrl: _, ...unrecorded } = room;
    expect(at(unrecorded, DAY_MS)).toEqual({ state: 'absent' });
    expect(at({ ...room, status: 'live' }, 1)).toEqual({ state: 'absent' });
    expect(at({ id, startedAt, replayUrl: url }, 90 * DAY_MS)).toEqual({ state: 'playable' });
  });

  it('is to be had at another address where its own has run out and it is still kept', () => {
    const moved = { ...room, replayExpiresAt: unixSeconds(endedAt + 60) };
    expect(hasMoved(moved, past(59_000))).toBe(false);
    expect(hasMoved(moved, past(60_000))).toBe(true);
    expect(hasMoved(moved, past(30 * DAY_MS))).toBe(false);
    expect(hasMoved(room, past(DAY_MS))).toBe(false);
    expect(hasMoved({ ...moved, status: 'live' }, past(60_000))).toBe(false);
  });
});

describe('the state of a recording', () => {
  const anyTime = fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 });

  it('never gets better as time goes on: the time left falls, and what has expired stays so', () => {
    const links = fc.record({
      url: fc.option(fc.constant(url), { nil: undefined }),
      replayExpiresAt: fc.option(
        fc.integer({ min: 1_600_000_000, max: 1_900_000_000 }).map(unixSeconds),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(anyTimes, links, anyTime, anyTime, (times, { url, replayExpiresAt }, a, b) => {
        const replay = replayOf({
          id,
          ...times,
          ...(url === undefined ? {} : { replayUrl: url }),
          ...(replayExpiresAt === undefined ? {} : { replayExpiresAt }),
        });
        const earlier = recordingState(replay, unixMs(Math.min(a, b)));
        const later = recordingState(replay, unixMs(Math.max(a, b)));
        if (earlier.state === 'expired') expect(later.state).toBe('expired');
        if (later.state === 'playable') {
          expect(earlier.state).toBe('playable');
          expect(later.left ?? 1).toBeGreaterThan(0);
        }
        if (earlier.state === 'playable' && later.state === 'playable') {
          expect(later.left ?? 0).toBeLessThanOrEqual(earlier.left ?? 0);
        }
      }),
    );
  });
});

describe('the time left of a recording', () => {
  const told = (left: number) => {
    const { key, values } = timeLeftText(left);
    return [key, values?.count];
  };
  const count = (value: number) => ({ kind: 'count', value });

  it('is told in whole days, rounded down, and in hours on the last one', () => {
    expect(told(7 * DAY_MS - 1)).toEqual(['benchmarks_days_left', count(6)]);
    expect(told(DAY_MS)).toEqual(['benchmarks_days_left', count(1)]);
    expect(told(DAY_MS - 1)).toEqual(['benchmarks_hours_left', count(23)]);
    expect(told(5.5 * HOUR_MS)).toEqual(['benchmarks_hours_left', count(5)]);
    expect(told(1)).toEqual(['benchmarks_hours_left', count(1)]);
  });
});

describe('a part of a recording', () => {
  it('counts from the start of the LIVE', () => {
    const stretch = { from: unixSeconds(startedAt + 60), to: unixSeconds(startedAt + 90) };
    expect(cutOf({ startedAt }, stretch)).toEqual({ from: 60, to: 90 });
  });

  it('never starts before the recording, and lasts at least a second', () => {
    const stretch = { from: unixSeconds(startedAt - 720), to: unixSeconds(startedAt - 220) };
    expect(cutOf({ startedAt }, stretch)).toEqual({ from: 0, to: 1 });
  });

  it('is not known while the start is unknown', () => {
    expect(cutOf({}, { from: startedAt, to: endedAt })).toBeUndefined();
  });

  it('has an end; without one it is all of the recording from there on', () => {
    expect(partOf({ from: seconds(42), to: seconds(60) })).toEqual({ from: 42, to: 60 });
    expect(partOf({ from: seconds(42) })).toBeUndefined();
  });
});
