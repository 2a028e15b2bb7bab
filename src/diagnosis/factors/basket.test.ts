import { describe, expect, it } from 'vitest';
import { basket } from './basket.ts';
import { fixtureInput, fixtureSession } from './fixture.ts';

/** The outcome of a figure over a count, against a benchmark of 40. */
const judged = (yours: number, count: number) =>
  basket.evaluate(
    fixtureInput(fixtureSession({ values: { aov: yours, orders: count }, currency: 'USD' }), {
      aov: { benchmark: 40 },
    }),
  );

describe('basket', () => {
  it('finds a gap below the benchmark, with a deed for the next LIVE', () => {
    expect(judged(24, 120)).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_basket_seen' },
      advice: { key: 'factor_basket_advice' },
    });
  });

  it('is fine above the benchmark', () => {
    expect(judged(41, 120)).toMatchObject({ state: 'fine' });
  });

  it('asks for more orders before it judges a small LIVE', () => {
    expect(judged(24, 6)).toMatchObject({
      state: 'scarce',
      needs: { values: { count: { value: expect.any(Number) } } },
    });
  });

  it('names what is missing', () => {
    const none = basket.evaluate(fixtureInput(fixtureSession({ values: { orders: 120 } })));
    expect(none).toMatchObject({
      state: 'missing',
      needs: {
        key: 'factor_shared_needsMetric',
        values: { metric: { message: 'metric_aov_name' } },
      },
    });
  });
});
