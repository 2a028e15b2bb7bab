import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metricIds } from '../metrics/catalogue.ts';
import { unixSeconds } from '../metrics/time.ts';
import { capturedLive } from './fixtures/captured.ts';
import { levelIn } from './level-in.ts';

const live = capturedLive();
const { startedAt = unixSeconds(0), endedAt = unixSeconds(0) } = live.room;

describe('the level of a metric in a stretch', () => {
  it('is an amount per hour, or a ratio of sums', () => {
    const points = (name: string) =>
      live.timeline?.series.find(({ metric }) => metric === name)?.points ?? [];
    const [first, second] = points('gmv');
    if (first === undefined || second === undefined) throw new Error('no course');
    const stretch = { from: unixSeconds(first[0]), to: unixSeconds(second[0]) };
    const hours = (second[0] - first[0]) / 3_600;
    expect(levelIn(live, 'gmvPerHour', stretch)).toBeCloseTo(first[1] / hours, 6);
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
