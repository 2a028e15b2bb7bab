import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PastLive } from '../../metrics/benchmark.ts';
import { spanOf } from '../../metrics/live/length.ts';
import { DAY_SECONDS, unixSeconds } from '../../metrics/time.ts';
import { historyOf } from '../benchmark/history.ts';
import { usualBand, usualLives } from '../benchmark/own.ts';
import { bareLive } from '../fixtures/captured.ts';
import { livesInTime } from './live-in-time.ts';
import { NOW_IN_TIME, ownRecord, START_IN_TIME } from './records.fixture.ts';
import { seriesOf } from './series.ts';

const choices = { roomCategories: {}, productCategories: {}, ownLives: {} };
const given = { choices, now: NOW_IN_TIME };

/** LIVEs some of which lack the figure, of two categories, some within minutes of each other. */
const anyShop = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 200 * 24 }),
    values: fc.oneof(
      fc.constant({}),
      fc.record({ liveCtr: fc.double({ min: 0.001, max: 1, noNaN: true }) }),
    ),
    category: fc.constantFrom(undefined, '601450', '604206'),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('a metric over LIVEs', () => {
  it('has the usual band that the panel tells of each LIVE, as it stood before it', () => {
    fc.assert(
      fc.property(anyShop, (shop) => {
        const hours = [...new Map(shop.map((one) => [one.at, one])).values()];
        const records = hours.map((one, place) =>
          ownRecord(place, { ...one, daysIn: one.at / 24 }),
        );
        const [of] = records;
        if (of === undefined) return;
        const { lives } = livesInTime(of, records, given);
        const past = lives.flatMap((live): PastLive[] =>
          live.span === undefined
            ? []
            : [{ ...live, startedAt: live.span.from, endedAt: live.span.to }],
        );
        for (const { live, usual } of seriesOf(lives, 'liveCtr', of.currency).points) {
          const bare = bareLive({});
          const session = {
            ...bare,
            room: { ...bare.room, id: live.room, startedAt: live.startedAt },
          };
          const usualOnes = usualLives(historyOf(session, past), live.category);
          const band = usualBand(usualOnes, 'liveCtr', of.currency);
          expect(usual).toEqual(band && { p25: band.p25, p50: band.p50, p75: band.p75, n: band.n });
        }
      }),
      { numRuns: 30 },
    );
  });

  it('tells a figure that is missing as missing, and counts it', () => {
    const records = [3, undefined, 5].map((views, place) =>
      ownRecord(place, { daysIn: place, values: views === undefined ? {} : { views } }),
    );
    const [of] = records;
    if (of === undefined) throw new Error('no LIVE');
    const { lives } = livesInTime(of, records, given);
    const series = seriesOf(lives, 'views', of.currency);
    expect(series.points.map(({ value }) => value)).toEqual([3, undefined, 5]);
    expect(series.missing).toBe(1);
    expect([series.lowest?.value, series.highest?.value]).toEqual([3, 5]);
    expect(series.points.some(({ usual }) => usual !== undefined)).toBe(false);
  });

  it('takes no money in another currency', () => {
    const records = [0, 1].map((place) => ownRecord(place, { daysIn: place, values: { gmv: 10 } }));
    const [of] = records;
    if (of === undefined) throw new Error('no LIVE');
    const { lives } = livesInTime(of, records, given);
    expect(seriesOf(lives, 'gmv', undefined).missing).toBe(2);
    expect(seriesOf(lives, 'gmv', of.currency).missing).toBe(0);
  });

  it('keeps its bands where only the last LIVEs are looked at', () => {
    const records = Array.from({ length: 12 }, (_, place) =>
      ownRecord(place, { daysIn: place, values: { liveCtr: (place + 1) / 100 } }),
    );
    const [of] = records;
    if (of === undefined) throw new Error('no LIVE');
    const { lives } = livesInTime(of, records, given);
    const whole = seriesOf(lives, 'liveCtr', of.currency);
    const from = unixSeconds(START_IN_TIME + 9 * DAY_SECONDS);
    const since = seriesOf(lives, 'liveCtr', of.currency, from);
    expect(since.points).toEqual(whole.points.slice(9));
    expect(since.points[0]?.usual?.n).toBe(9);
    expect(since.lowest?.value).toBe(0.1);
  });

  it('marks a running LIVE, whose figures are no low and no part of a usual', () => {
    const records = Array.from({ length: 6 }, (_, place) =>
      ownRecord(place, {
        daysIn: place,
        values: { liveCtr: place === 3 ? 0.001 : 0.2 },
        room: place === 3 ? { status: 'live' } : {},
      }),
    );
    const [of] = records;
    if (of === undefined) throw new Error('no LIVE');
    const { lives } = livesInTime(of, records, given);
    expect(spanOf(records[3]?.room ?? {})).toBeUndefined();
    const { points, lowest } = seriesOf(lives, 'liveCtr', of.currency);
    expect(points.at(-1)?.usual?.n).toBe(4);
    expect(lowest?.value).toBe(lives[3]?.phase === 'running' ? 0.2 : 0.001);
  });
});
