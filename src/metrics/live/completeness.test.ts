import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRoomId } from '../ids.ts';
import { toMs, type UnixMs, unixMs, unixSeconds } from '../time.ts';
import { dropPartialFigures, isBeforeEnd, wasReadWhileLive } from './completeness.ts';
import { anyTimes } from './times.fixture.ts';

const id = parseRoomId('7649951805363391253');
if (id === undefined) throw new Error('not a room id');
const [start, end] = [unixSeconds(1_000), unixSeconds(8_200)];
const ended = { id, status: 'ended', startedAt: start } as const;

describe('figures of a LIVE', () => {
  const read = (
    how: 'observed' | 'fetched' | 'file' | 'simulated',
    at: UnixMs,
    room: object = {},
  ) =>
    wasReadWhileLive({
      room: { ...ended, endedAt: end, ...room },
      origins: { figures: { how, endpoint: 'core/stats', at } },
    });
  const [during, after] = [unixMs(toMs(end) - 1), toMs(end)];

  it('tell of a part of it where they were read before it ended', () => {
    expect(read('observed', during)).toBe(true);
    expect(read('fetched', during)).toBe(true);
    expect(read('fetched', after)).toBe(false);
    expect(read('fetched', during, { status: 'live' })).toBe(false);
    expect(wasReadWhileLive({ room: { ...ended, endedAt: end }, origins: {} })).toBe(false);
  });

  it('are taken as they are where nobody read them from Seller Center', () => {
    expect(read('file', during)).toBe(false);
    expect(read('simulated', during)).toBe(false);
  });
});

describe('figures of a LIVE among others', () => {
  const room = { ...ended, endedAt: end };
  const figure = (how: 'observed' | 'fetched' | 'file', at: number) => ({
    value: 12,
    origin: { how, endpoint: 'core/stats', at: unixMs(at) },
  });
  const minute = 60_000;

  it('are left out where a good part of it was still to come when they were read', () => {
    const figures = {
      orders: figure('fetched', toMs(end) - 30 * minute),
      views: figure('observed', toMs(end) - 5 * minute),
      productClicks: figure('fetched', toMs(end) + minute),
      newFollowers: figure('file', toMs(start)),
    };
    expect(Object.keys(dropPartialFigures(figures, room))).toEqual([
      'views',
      'productClicks',
      'newFollowers',
    ]);
    expect(figures.orders).toBeDefined();
  });

  it('are all kept where its length is not known', () => {
    const figures = { orders: figure('fetched', toMs(start)) };
    expect(dropPartialFigures(figures, ended)).toEqual(figures);
  });

  it('are dropped the fewer the later they were read, and never once the LIVE had ended', () => {
    const anyTime = fc.integer({ min: 1_600_000_000, max: 2_000_000_000 });
    fc.assert(
      fc.property(anyTimes, anyTime, anyTime, (live, one, other) => {
        const isKept = (second: number) =>
          dropPartialFigures({ orders: figure('fetched', second * 1000) }, live).orders !==
          undefined;
        if (isKept(Math.min(one, other))) expect(isKept(Math.max(one, other))).toBe(true);
        if (!isBeforeEnd(unixMs(one * 1000), live)) expect(isKept(one)).toBe(true);
      }),
    );
  });
});
