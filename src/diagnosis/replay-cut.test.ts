import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Session, SessionSchema } from '../metrics/session.ts';
import { bestStretch, highestStretch } from './replay-cut.ts';

const START = 1_781_143_239;
const FIRST = 1_781_143_200;

function live(series: Record<string, readonly number[]>): Session {
  return v.parse(SessionSchema, {
    version: 1,
    room: { id: '7649951805363391253', startedAt: START, endedAt: FIRST + 1_800 },
    figures: {},
    comparisons: { market: {}, own: {} },
    origins: {},
    gaps: [],
    timeline: {
      interval: 300,
      series: Object.entries(series).map(([metric, values]) => ({
        metric,
        kind: 'amount',
        points: values.map((value, index) => [FIRST + index * 300, value]),
      })),
    },
  });
}

describe('the best stretch of a LIVE', () => {
  it('is the ten minutes that earned most', () => {
    const cut = bestStretch(live({ gmv: [0, 0, 50, 60, 10, 0] }), 'gmvPerHour');
    expect(cut).toEqual({ from: FIRST + 600, to: FIRST + 1_200 });
  });

  it('does not let one order in an almost empty interval win', () => {
    const cut = bestStretch(
      live({ orders: [1, 0, 5, 6, 5, 5], productClicks: [1, 1, 60, 60, 60, 60] }),
      'ctor',
    );
    expect(cut?.from).toBe(FIRST + 600);
  });

  it('starts no earlier than the LIVE and ends no later', () => {
    const cut = bestStretch(live({ gmv: [50, 60, 0, 0, 0, 0] }), 'gmvPerHour');
    expect(cut?.from).toBe(START);
  });

  it('is none without the series for it, and none where nothing happened', () => {
    expect(bestStretch(live({ gmv: [1, 2, 3] }), 'ctor')).toBeUndefined();
    expect(bestStretch(live({ gmv: [0, 0, 0] }), 'gmvPerHour')).toBeUndefined();
    expect(bestStretch(live({ gmv: [5] }), 'gmvPerHour')).toBeUndefined();
  });

  it('says how high the metric stood there and over the whole LIVE', () => {
    const sales = live({ orders: [1, 1, 6, 6, 1, 1], productClicks: [20, 20, 20, 20, 20, 20] });
    const ctor = highestStretch(sales, 'ctor');
    expect(ctor?.level).toBeCloseTo(0.3);
    expect(ctor?.usual).toBeCloseTo(16 / 120);
    // 110 in ten minutes and 120 in half an hour, as money per hour.
    const money = highestStretch(live({ gmv: [0, 0, 50, 60, 10, 0] }), 'gmvPerHour');
    expect(money?.level).toBeCloseTo(660);
    expect(money?.usual).toBeCloseTo(240);
  });
});
