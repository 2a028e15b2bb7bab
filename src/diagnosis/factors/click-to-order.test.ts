import { describe, expect, it } from 'vitest';
import { clickToOrder } from './click-to-order.ts';
import { fixtureInput, fixtureSession } from './fixture.ts';

/** The outcome of a figure over a count, against a benchmark of 0.034. */
const judged = (yours: number, count: number) =>
  clickToOrder.evaluate(
    fixtureInput(
      fixtureSession({ values: { ctor: yours, productClicks: count }, currency: 'USD' }),
      {
        ctor: { benchmark: 0.034 },
      },
    ),
  );

describe('click-to-order', () => {
  it('finds a gap below the benchmark, with a deed for the next LIVE', () => {
    expect(judged(0.021, 1800)).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_clickToOrder_seen' },
      advice: { key: 'factor_clickToOrder_advice' },
    });
  });

  it('is fine above the benchmark', () => {
    expect(judged(0.04, 1800)).toMatchObject({ state: 'fine' });
  });

  it('asks for more productClicks before it judges a small LIVE', () => {
    expect(judged(0.021, 505)).toMatchObject({
      state: 'scarce',
      needs: { values: { count: { value: expect.any(Number) } } },
    });
  });

  it('names what is missing', () => {
    const none = clickToOrder.evaluate(
      fixtureInput(fixtureSession({ values: { productClicks: 1800 } })),
    );
    expect(none).toMatchObject({
      state: 'missing',
      needs: {
        key: 'factor_shared_needsMetric',
        values: { metric: { message: 'metric_ctor_name' } },
      },
    });
  });
});
