import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../metrics/live/length.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { changePointsOf } from '../course/change-points.ts';
import { type Drift, simulatedRoom } from '../course/fixture.ts';
import { fixtureSession, START, series } from '../factors/fixture.ts';
import { compareMinutes } from './minutes-compared.ts';

const HOURS = 3;
const INTERVALS = HOURS * 12;

/** Minutes of the LIVE, from its start. */
const minutes = (from: number, to: number): Span => ({
  from: unixSeconds(START + from * 60),
  to: unixSeconds(START + to * 60),
});

/** A LIVE of three hours with as many events in each interval, but for some of them. */
function level(then: number, [from, to]: readonly [number, number] = [18, 24], parts = {}) {
  const rows = Array.from({ length: INTERVALS }, (_, at) => (at >= from && at < to ? then : 40));
  return fixtureSession({
    room: { endedAt: START + HOURS * 3600, duration: HOURS * 3600 },
    timeline: {
      interval: 300,
      series: [series('productClicks', 'amount', rows), series('concurrentViewers', 'level', rows)],
    },
    ...parts,
  });
}

const nothing = { changes: [] };

describe('some minutes beside the rest of the LIVE', () => {
  it('are told per minute and at a time, with an interval around the ratio', () => {
    const found = compareMinutes(level(10), [minutes(90, 120)], nothing);
    expect(found).toMatchObject({ inside: 1800, rest: (180 - 15 - 30) * 60 });
    const [viewers, clicks] = found?.figures ?? [];
    expect(viewers).toMatchObject({ series: 'concurrentViewers', inside: 10, rest: 40 });
    expect(clicks).toMatchObject({ series: 'productClicks', inside: 2, rest: 8, reading: 'fewer' });
    expect(clicks?.ratio.value).toBeCloseTo(0.25);
    expect(clicks?.ratio.low).toBeLessThan(0.25);
    expect(clicks?.ratio.high).toBeLessThan(1);
  });

  it('leave out intervals astride their edges, those of a pin, and what touches a lasting change', () => {
    const inside = (parts: object, changes: number[] = []): number | undefined =>
      compareMinutes(level(10, [18, 24], parts), [minutes(88, 122)], {
        changes: changes.map((at) => unixSeconds(START + at * 60)),
      })?.inside;
    expect(inside({})).toBe(1800);
    const pin = { product: '1', startedAt: START + 97 * 60, endedAt: START + 113 * 60 };
    expect(inside({ pins: [pin] })).toBe(1200);
    expect(inside({}, [90])).toBe(1500);
    expect(inside({}, [100])).toBe(1200);
  });

  it('are compared with nothing but what was asked for, and up to where moments are sure', () => {
    const found = compareMinutes(level(10), [minutes(90, 120)], {
      changes: [],
      among: [minutes(60, 120)],
    });
    expect(found).toMatchObject({ inside: 1800, rest: 1800 });
    const sure = { changes: [], until: unixSeconds(START + 110 * 60) };
    expect(compareMinutes(level(10), [minutes(90, 120)], sure)).toMatchObject({
      inside: 1200,
      rest: 75 * 60,
    });
  });

  it('can’t be told of fewer than two whole intervals, nor without figures over time', () => {
    expect(compareMinutes(level(10), [minutes(90, 99)], nothing)).toBeUndefined();
    expect(compareMinutes(level(10), [minutes(0, 15)], nothing)).toBeUndefined();
    expect(compareMinutes(level(10), [], nothing)).toBeUndefined();
    expect(compareMinutes(level(10), [minutes(0, 180)], nothing)).toBeUndefined();
    expect(compareMinutes(fixtureSession(), [minutes(90, 120)], nothing)).toBeUndefined();
  });

  it('show no difference where the LIVE rose or fell all along', () => {
    const falling = Array.from({ length: INTERVALS }, (_, at) => 100 - 2 * at);
    const session = fixtureSession({
      room: { endedAt: START + HOURS * 3600, duration: HOURS * 3600 },
      timeline: { interval: 300, series: [series('productClicks', 'amount', falling)] },
    });
    const found = compareMinutes(session, [minutes(120, 150)], nothing);
    expect(found?.figures[0]?.ratio.value).toBeLessThan(0.75);
    expect(found?.figures[0]?.reading).toBe('untold');
  });

  it('hold a ratio within its interval and no figure that is not a number, whatever came', () => {
    const row = fc.array(fc.nat(60), { minLength: INTERVALS, maxLength: INTERVALS });
    const spans = fc.array(fc.tuple(fc.nat(170), fc.nat(40)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(row, row, spans, (clicks, viewers, parts) => {
        const session = level(10, [0, 0], {
          timeline: {
            interval: 300,
            series: [
              series('productClicks', 'amount', clicks),
              series('concurrentViewers', 'level', viewers),
            ],
          },
        });
        const asked = parts.map(([from, length]) => minutes(from, from + length));
        for (const { inside, rest, ratio } of compareMinutes(session, asked, nothing)?.figures ??
          []) {
          expect([inside, rest, ...Object.values(ratio)].every(Number.isFinite)).toBe(true);
          expect(ratio.low).toBeLessThanOrEqual(ratio.value);
          expect(ratio.value).toBeLessThanOrEqual(ratio.high);
        }
      }),
    );
  });
});

describe('the minutes of simulated LIVEs', () => {
  const drifts: readonly Drift[] = [
    { spread: 0, memory: 600 },
    { spread: 0.15, memory: 600 },
    { spread: 0.3, memory: 1200 },
  ];
  const sizes = [
    { orders: 0.5, clicks: 8, viewers: 5 },
    { orders: 8, clicks: 120, viewers: 60 },
  ];
  const ROOMS = 60;

  /** Shares of LIVEs with a difference that is told, and whose intervals hold the truth. */
  function shares(drift: Drift, times: number, [at, after]: readonly [number, number] = [0, 1]) {
    let rooms = 0;
    let told = 0;
    let covered = 0;
    for (const size of sizes) {
      for (const [from, to] of [
        [12, 16],
        [20, 28],
      ] as const) {
        for (let room = 0; room < ROOMS; room += 1) {
          const session = simulatedRoom({
            seed: `${drift.spread} ${drift.memory} ${size.clicks} ${from} ${room}`,
            drift,
            ...size,
            intervals: INTERVALS,
            interval: 300,
            factor: (place) =>
              (place >= from && place < to ? times : 1) * (place >= at ? after : 1),
          });
          const figures =
            compareMinutes(session, [minutes(from * 5, to * 5)], {
              changes: changePointsOf(session).map((change) => change.at),
            })?.figures ?? [];
          if (figures.length === 0) continue;
          rooms += 1;
          if (figures.some(({ reading }) => reading !== 'untold')) told += 1;
          if (figures.every(({ ratio }) => ratio.low <= times && times <= ratio.high)) covered += 1;
        }
      }
    }
    return { told: told / rooms, covered: covered / rooms };
  }

  it.each(drifts)(
    'differ in at most one LIVE of ten where nothing happened, at a drift of $spread over $memory s',
    (drift) => {
      const found = shares(drift, 1);
      expect(found.told).toBeLessThanOrEqual(0.1);
    },
  );

  it.each([8, 31])('differ in no more of those whose level halved for good at place %i', (at) => {
    const found = shares({ spread: 0.15, memory: 600 }, 1, [at, 0.5]);
    expect(found.told).toBeLessThanOrEqual(0.1);
  });

  it('have intervals that hold the truth, and tell most of what halved', () => {
    const found = shares({ spread: 0.15, memory: 600 }, 0.5);
    expect(found.covered).toBeGreaterThanOrEqual(0.88);
    expect(found.told).toBeGreaterThan(0.6);
  });
});
