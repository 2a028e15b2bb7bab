import { describe, expect, it } from 'vitest';
import { changePointsOf } from './change-points.ts';
import { type Drift, simulatedRoom } from './fixture.ts';

const ROOMS = 400;

/** Plain counting; the drift assumed; waves that last twice as long as assumed. */
const drifts: readonly Drift[] = [
  { spread: 0, memory: 600 },
  { spread: 0.15, memory: 600 },
  { spread: 0.15, memory: 1200 },
];

/** Small to large rooms, of 95 minutes, 3, 6 and 12 hours. */
const sizes = [
  { orders: 0.5, clicks: 8, viewers: 5 },
  { orders: 2, clicks: 30, viewers: 12 },
  { orders: 8, clicks: 120, viewers: 60 },
];
const lengths = [
  { intervals: 19, interval: 300 },
  { intervals: 36, interval: 300 },
  { intervals: 72, interval: 300 },
  { intervals: 48, interval: 900 },
];

function shareWithChanges(drift: Drift, factor?: (place: number, of: number) => number): number {
  let found = 0;
  let rooms = 0;
  for (const size of sizes) {
    for (const length of lengths) {
      for (let room = 0; room < ROOMS / lengths.length; room += 1) {
        const seed = `${drift.spread} ${drift.memory} ${size.clicks} ${length.intervals} ${room}`;
        const of = length.intervals;
        const session = simulatedRoom({
          seed,
          drift,
          ...size,
          ...length,
          ...(factor === undefined ? {} : { factor: (place) => factor(place, of) }),
        });
        rooms += 1;
        if (changePointsOf(session).length > 0) found += 1;
      }
    }
  }
  return found / rooms;
}

describe('the changes of simulated LIVEs', () => {
  it.each(drifts)(
    'are found in at most 5 % of LIVEs without any, at a drift of $spread over $memory s',
    (drift) => {
      expect(shareWithChanges(drift)).toBeLessThanOrEqual(0.05);
    },
  );

  it('are found in most LIVEs whose pace halves for good', () => {
    const halved = (place: number, of: number): number => (place >= of / 2 ? 0.5 : 1);
    expect(shareWithChanges({ spread: 0.15, memory: 600 }, halved)).toBeGreaterThan(0.85);
  });
});
