import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Session, SessionSchema } from '../metrics/session.ts';
import { seconds } from '../metrics/time.ts';
import { bestAsLong } from './best-as-long.ts';

const START = 1_781_143_200;
const MINUTES = 60;

/** A LIVE of intervals of five minutes. */
function live(series: Record<string, readonly number[]>): Session {
  const intervals = Math.max(...Object.values(series).map(({ length }) => length));
  return v.parse(SessionSchema, {
    version: 1,
    room: { id: '7649951805363391253', startedAt: START, endedAt: START + intervals * 300 },
    figures: {},
    comparisons: { market: {}, own: {} },
    origins: {},
    gaps: [],
    timeline: {
      interval: 300,
      series: Object.entries(series).map(([metric, values]) => ({
        metric,
        kind: 'amount',
        points: values.map((value, index) => [START + index * 300, value]),
      })),
    },
  });
}

describe('the own best stretch that a clip is held against', () => {
  const money = live({ gmv: [0, 10, 80, 20, 0, 0, 0, 0] });

  it('is as long as the clip', () => {
    expect(bestAsLong(money, 'gmvPerHour', seconds(5 * MINUTES))).toBeCloseTo(80 * 12);
    expect(bestAsLong(money, 'gmvPerHour', seconds(10 * MINUTES))).toBeCloseTo(100 * 6);
    expect(bestAsLong(money, 'gmvPerHour', seconds(20 * MINUTES))).toBeCloseTo(110 * 3);
  });

  it('is a ratio of sums for a rate', () => {
    const sales = live({ orders: [1, 1, 6, 3, 1, 1], productClicks: [20, 20, 20, 10, 20, 20] });
    expect(bestAsLong(sales, 'ctor', seconds(10 * MINUTES))).toBeCloseTo(9 / 30);
  });

  it('bears a clip that is cut a little short', () => {
    expect(bestAsLong(money, 'gmvPerHour', seconds(9 * MINUTES))).toBeCloseTo(100 * 6);
  });

  it('is not known where the course is too coarse for the clip, too short, or says nothing of the metric', () => {
    expect(bestAsLong(money, 'gmvPerHour', seconds(40))).toBeUndefined();
    expect(bestAsLong(money, 'gmvPerHour', seconds(60 * MINUTES))).toBeUndefined();
    expect(bestAsLong(money, 'ctor', seconds(10 * MINUTES))).toBeUndefined();
    const { timeline: _gone, ...bare } = money;
    expect(bestAsLong(bare, 'gmvPerHour', seconds(10 * MINUTES))).toBeUndefined();
  });
});
