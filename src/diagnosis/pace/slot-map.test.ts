import { describe, expect, it } from 'vitest';
import type { PastLive } from '../../metrics/benchmark.ts';
import { seconds } from '../../metrics/time.ts';
import { pastLive } from '../factors/fixture.ts';
import { bestSlot, slotMapOf } from './slot-map.ts';
import type { Slot } from './slots.ts';

const MEAN = 100;
const zone = { offset: seconds(7 * 3600) };

/** A field with so many LIVEs that likely pay `value`, give or take a factor. */
const cell = (value: number, n: number, factor = 1.2): Slot => ({
  weekday: 1,
  fromHour: 8,
  toHour: 12,
  gmv: { n, likely: { value, low: value / factor, high: value * factor } },
});

const lives = (count: number): PastLive[] =>
  Array.from({ length: count }, (_, day) => pastLive(day, { gmvPerHour: 100 + day }));

describe('the best time', () => {
  it('is the one that pays most of those surely above the mean', () => {
    const cells = [cell(130, 9), cell(160, 5), cell(300, 1, 4)];
    expect(bestSlot(cells, MEAN)?.gmv.likely.value).toBe(160);
  });

  it('is not named where chance may explain it, or no LIVE started then', () => {
    expect(bestSlot([cell(110, 3), cell(300, 0)], MEAN)).toBeUndefined();
  });
});

describe('the map of times', () => {
  it('is told of five LIVEs that have their money', () => {
    const map = slotMapOf(lives(5), zone, undefined);
    expect(map.state === 'told' && map.value.gmv).toBeCloseTo(102, 0);
  });

  it('says how many LIVEs it lacks, and never none', () => {
    expect(slotMapOf(lives(3), zone, undefined)).toEqual({
      state: 'untold',
      needs: { key: 'factor_shared_moreLives', values: { count: { kind: 'count', value: 2 } } },
    });
  });

  it('needs the time zone of the shop', () => {
    expect(slotMapOf(lives(9), undefined, undefined)).toEqual({
      state: 'untold',
      needs: { key: 'pace_needsZone' },
    });
  });
});
