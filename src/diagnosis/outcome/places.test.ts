import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { PastLive } from '../../metrics/benchmark.ts';
import { CurrencyCodeSchema } from '../../metrics/money.ts';
import { history, liveOf, NOW, plannedOf } from './fixture.ts';
import { outcomeOf } from './outcome.ts';
import { isChange } from './types.ts';

const currency = v.parse(CurrencyCodeSchema, 'USD');

/** How wide the interval is (ln), where the change was tried on the first and on the eleventh day. */
function width(others: readonly PastLive[]): number {
  const { tested } = outcomeOf({
    plan: plannedOf([{ metric: 'ctor', tested: true }]),
    before: liveOf({ place: 0, rates: { ctor: 0.03 } }),
    after: [1, 11].map((place) => liveOf({ place, rates: { ctor: 0.07 } })),
    history: [...history(), ...others],
    now: NOW,
  });
  const change = tested?.change;
  if (!isChange(change)) throw new Error('There is no change.');
  return Math.log(change.ratio.high / change.ratio.low);
}

describe('LIVEs after a change', () => {
  it('tell less where others lie between them, since the level may have moved on', () => {
    const between = [2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((place): PastLive[] => {
      const { room, figures } = liveOf({ place });
      const { startedAt, endedAt } = room;
      return startedAt === undefined || endedAt === undefined
        ? []
        : [{ startedAt, endedAt, figures, currency }];
    });
    expect(between).toHaveLength(9);
    expect(width(between)).toBeGreaterThan(width([]));
  });
});
