import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRoomId } from '../ids.ts';
import type { Session } from '../session.ts';
import { HOUR_MS, HOUR_SECONDS, seconds, toMs, unixMs, unixSeconds } from '../time.ts';
import {
  coveredHours,
  coveredLength,
  endOf,
  hasEnded,
  hoursOf,
  type LiveTimes,
  lengthAt,
  lengthOf,
  spanLength,
  spanOf,
} from './length.ts';
import { anyTimes } from './times.fixture.ts';

const id = parseRoomId('7649951805363391253');
if (id === undefined) throw new Error('not a room id');
const startedAt = unixSeconds(1_781_143_200);
const endedAt = unixSeconds(startedAt + 7_200);
const ended: LiveTimes = { startedAt, endedAt, status: 'ended' };

describe('the end of a LIVE', () => {
  it('is what was answered, else its start and length', () => {
    expect(endOf({ ...ended, duration: seconds(5) })).toBe(endedAt);
    expect(endOf({ startedAt, duration: seconds(7_200), status: 'ended' })).toBe(endedAt);
    expect(endOf({ startedAt, status: 'ended' })).toBeUndefined();
  });

  it('is not known while it runs, nor from a length alone', () => {
    expect(endOf({ ...ended, status: 'live' })).toBeUndefined();
    expect(endOf({ startedAt, duration: seconds(7_200) })).toBeUndefined();
    expect(hasEnded({ startedAt, duration: seconds(7_200) })).toBe(false);
    expect(hasEnded({ status: 'ended' })).toBe(true);
    expect(hasEnded({ startedAt, endedAt })).toBe(true);
  });
});

describe('the length of a LIVE', () => {
  it('goes from start to end where another length is told too', () => {
    expect(lengthOf({ ...ended, duration: seconds(7_000) })).toBe(7_200);
    expect(hoursOf({ ...ended, duration: seconds(7_000) })).toBe(2);
  });

  it('is the one that was answered where start or end isn’t known, or they are the same', () => {
    const duration = seconds(3_600);
    expect(lengthOf({ duration })).toBe(3_600);
    expect(lengthOf({ startedAt, duration, status: 'live' })).toBe(3_600);
    expect(lengthOf({ startedAt, endedAt: startedAt, duration })).toBe(3_600);
    expect(lengthOf({ startedAt })).toBeUndefined();
    expect(lengthOf({ duration: seconds(0) })).toBeUndefined();
  });

  it('goes on until now while it runs', () => {
    const now = unixMs(toMs(startedAt) + 90_000);
    expect(lengthAt({ startedAt, duration: seconds(60), status: 'live' }, now)).toBe(90);
    expect(lengthAt({ duration: seconds(60), status: 'live' }, now)).toBe(60);
    expect(lengthAt(ended, now)).toBe(7_200);
  });

  it('is one for all who ask', () => {
    fc.assert(
      fc.property(anyTimes, (live) => {
        const [length, hours, span] = [lengthOf(live), hoursOf(live), spanOf(live)];
        expect(hours === undefined).toBe(length === undefined);
        if (length !== undefined && hours !== undefined) {
          expect(length).toBeGreaterThan(0);
          expect(hours * HOUR_SECONDS).toBeCloseTo(length, 6);
        }
        if (span !== undefined) {
          expect(spanLength(span)).toBe(length);
          expect(span.to).toBe(endOf(live));
        }
        if (live.status === 'live') expect(span).toBeUndefined();
      }),
    );
  });
});

describe('the span of a LIVE', () => {
  it('has a start that follows from end and length, where none is known', () => {
    const span = { from: startedAt, to: endedAt };
    expect(spanOf(ended)).toEqual(span);
    expect(spanOf({ endedAt, duration: seconds(7_200) })).toEqual(span);
    expect(spanOf({ endedAt })).toBeUndefined();
    expect(spanOf({ startedAt: endedAt, endedAt: startedAt })).toBeUndefined();
  });
});

describe('the length that figures cover', () => {
  const origin = (at: number) =>
    ({ how: 'fetched', endpoint: 'core/stats', at: unixMs(at) }) as const;
  const now = toMs(startedAt) + 2 * HOUR_MS;
  const live = (room: LiveTimes, readAt: number): Pick<Session, 'room' | 'origins'> => ({
    room: { id, ...room },
    origins: { room: origin(now - HOUR_MS), figures: origin(readAt) },
  });
  const running: LiveTimes = { startedAt, duration: seconds(3_600), status: 'live' };

  it('is the whole of a LIVE that has ended', () => {
    expect(coveredHours(live({ ...ended, duration: seconds(7_000) }, now))).toBe(2);
  });

  it('is the time until they were read while the LIVE runs', () => {
    expect(coveredLength(live(running, now))).toBe(7_200);
    expect(coveredLength(live(running, now - HOUR_MS))).toBe(3_600);
  });

  it('is not known where they were read at another time and nothing tells whether the LIVE ran', () => {
    expect(coveredLength(live({ startedAt, duration: seconds(3_600) }, now))).toBeUndefined();
  });
});
