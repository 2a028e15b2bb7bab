import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { metricIds } from '../metrics/catalogue.ts';
import { type Session, SessionSchema } from '../metrics/session.ts';
import { seconds, unixSeconds } from '../metrics/time.ts';
import { capturedLive } from './fixtures/captured.ts';
import { coarseStep, levelIn } from './level-in.ts';

const live = capturedLive();
const { startedAt = unixSeconds(0), endedAt = unixSeconds(0) } = live.room;

describe('the level of a metric in a stretch', () => {
  it('is an amount per hour', () => {
    const points = (name: string) =>
      live.timeline?.series.find(({ metric }) => metric === name)?.points ?? [];
    const { interval = 0 } = live.timeline ?? {};
    const [at, amount] = points('gmv').reduce((one, other) => (other[1] > one[1] ? other : one));
    expect(amount).toBeGreaterThan(0);
    const level = levelIn(live, 'gmvPerHour', { from: at, to: unixSeconds(at + interval) });
    expect(level).toBeCloseTo(amount / (interval / 3_600), 6);
  });

  /** 1,200 an hour in every interval, from 39 seconds into the first to 100 before the last's end. */
  const even: Session = v.parse(SessionSchema, {
    version: 1,
    room: { id: '7649951805363391253', startedAt: 39, endedAt: 2_900 },
    figures: {},
    comparisons: { market: {}, own: {} },
    origins: {},
    gaps: [],
    timeline: {
      interval: 300,
      series: [
        ['gmv', 100],
        ['orders', 4],
      ].map(([metric, each]) => ({
        metric,
        kind: 'amount',
        points: Array.from({ length: 10 }, (_, place) => [
          place * 300,
          Number(each) * (place === 0 ? 0.87 : place === 9 ? 2 / 3 : 1),
        ]),
      })),
    },
  });
  const perHour = (from: number, to: number) =>
    levelIn(even, 'gmvPerHour', { from: unixSeconds(from), to: unixSeconds(to) });

  it('is the same for an even LIVE wherever the stretch is cut', () => {
    for (const [from, to] of [
      [50, 140],
      [39, 160],
      [299, 901],
      [2_500, 2_900],
    ] as const) {
      expect([from, to, perHour(from, to)]).toEqual([from, to, expect.closeTo(1_200, 6)]);
      const stretch = { from: unixSeconds(from), to: unixSeconds(to) };
      expect(levelIn(even, 'aov', stretch)).toBeCloseTo(25, 6);
    }
  });

  it('is unknown where the stretch leaves the LIVE', () => {
    expect(perHour(2_500, 3_300)).toBeUndefined();
    expect(perHour(3_000, 3_600)).toBeUndefined();
    expect(perHour(0, 300)).toBeUndefined();
    expect(perHour(900, 900)).toBeUndefined();
  });

  it('is unknown without the series for it, never zero', () => {
    const { timeline: _gone, ...bare } = live;
    for (const id of metricIds) {
      expect(levelIn(bare, id, { from: startedAt, to: endedAt })).toBeUndefined();
    }
  });

  it('is finite whatever the stretch', () => {
    const at = fc.integer({ min: startedAt - 1_000, max: endedAt + 1_000 }).map(unixSeconds);
    fc.assert(
      fc.property(at, at, fc.constantFrom(...metricIds), (from, to, id) => {
        const level = levelIn(live, id, { from, to });
        expect(level === undefined || Number.isFinite(level)).toBe(true);
      }),
    );
  });
});

describe('the steps of a course', () => {
  const stepsOver = (from: number, to: number) =>
    coarseStep(
      {
        timeline: {
          interval: seconds(900),
          series: [{ metric: 'gmv', kind: 'amount', points: [[unixSeconds(0), 1]] }],
        },
      },
      { from: unixSeconds(from), to: unixSeconds(to) },
    );

  it('make an estimate of a part that lies within them', () => {
    expect(stepsOver(1_029, 1_629)).toBe(900);
    expect(stepsOver(600, 1_200)).toBe(900);
  });

  it('are no matter for parts that hold them whole, or nearly', () => {
    expect(stepsOver(900, 1_800)).toBeUndefined();
    expect(stepsOver(901, 1_799)).toBeUndefined();
    expect(stepsOver(800, 8_200)).toBeUndefined();
    expect(coarseStep({}, { from: unixSeconds(0), to: unixSeconds(60) })).toBeUndefined();
  });
});
