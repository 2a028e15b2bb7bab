import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { PastLive } from '../../metrics/benchmark.ts';
import { CurrencyCodeSchema } from '../../metrics/money.ts';
import { seconds } from '../../metrics/time.ts';
import { pastLive, START } from '../factors/fixture.ts';
import { arbitraryHistory } from '../fixtures/arbitrary.ts';
import { slotsOf } from './slots.ts';

const zone = { offset: seconds(7 * 3600) };
const live = (week: number, weekday: number, perHour: number): PastLive =>
  pastLive(week * 7 + weekday, { gmvPerHour: perHour, impressionsPerHour: perHour * 100 });

/** Six weeks with a usual LIVE on two days, and one lucky night on a third. */
const history = [0, 1, 2, 3, 4, 5]
  .flatMap((week) => [live(week, 1, 100 + week), live(week, 3, 60 + week)])
  .concat(live(2, 5, 400));

describe('slots', () => {
  it('are six bands on each of seven days, with how many LIVEs each rests on', () => {
    const { cells } = slotsOf(history, zone, undefined);
    expect(cells).toHaveLength(42);
    const filled = cells.filter(({ gmv }) => (gmv?.n ?? 0) > 0);
    expect(filled.map(({ gmv }) => gmv?.n).sort()).toEqual([1, 6, 6]);
    const hour = new Date((START + 7 * 3600) * 1000).getUTCHours();
    for (const { fromHour, toHour } of filled) {
      expect(fromHour <= hour && hour < toHour).toBe(true);
    }
  });

  it('are pulled towards the mean of the shop, the fewer LIVEs the further', () => {
    const { cells, gmv: mean = 0 } = slotsOf(history, zone, undefined);
    const pulled = (n: number, own: number): number => {
      const figure = cells.find(
        ({ gmv }) => gmv?.n === n && Math.abs((gmv.own ?? 0) - own) < 10,
      )?.gmv;
      if (figure === undefined) throw new Error('No such slot.');
      return Math.log(figure.likely.value / mean) / Math.log((figure.own ?? 0) / mean);
    };
    expect(pulled(6, 102.5)).toBeGreaterThan(0);
    expect(pulled(1, 400)).toBeGreaterThan(0);
    expect(pulled(1, 400)).toBeLessThan(pulled(6, 62.5));
    expect(pulled(6, 62.5)).toBeLessThan(1);
  });

  it('without a LIVE are taken for the mean, with a wide interval', () => {
    const { cells, gmv: mean } = slotsOf(history, zone, undefined);
    const width = (low: number, high: number): number => Math.log(high / low);
    const empty = cells.find(({ gmv }) => gmv?.n === 0)?.gmv;
    const full = cells.find(({ gmv }) => gmv?.n === 6)?.gmv;
    expect(empty?.likely.value).toBe(mean);
    expect(width(empty?.likely.low ?? 0, empty?.likely.high ?? 0)).toBeGreaterThan(
      width(full?.likely.low ?? 0, full?.likely.high ?? 0),
    );
  });

  it('keep impressions where money is in another currency, and say nothing below five LIVEs', () => {
    const currency = v.parse(CurrencyCodeSchema, 'VND');
    const foreign = history.map((one) => ({ ...one, currency }));
    const slots = slotsOf(foreign, zone, v.parse(CurrencyCodeSchema, 'USD'));
    expect(slots.gmv).toBeUndefined();
    expect(slots.impressions).toBeGreaterThan(0);
    expect(slotsOf(foreign.slice(0, 4), zone, undefined).impressions).toBeUndefined();
  });

  it('hold no figure that is not a number, whatever the history', () => {
    fc.assert(
      fc.property(arbitraryHistory, (lives) => {
        const text = JSON.stringify(slotsOf(lives, zone, undefined), (_, value) =>
          typeof value === 'number' && !Number.isFinite(value) ? 'broken' : value,
        );
        expect(text).not.toContain('broken');
      }),
    );
  });
});
