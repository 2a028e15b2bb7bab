import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureSession } from './fixture.ts';
import { productExposure } from './product-exposure.ts';

/** The outcome of a figure over a count, against a benchmark of 6. */
const judged = (yours: number, count: number) =>
  productExposure.evaluate(
    fixtureInput(
      fixtureSession({
        values: { productImpressionsPerView: yours, views: count },
        currency: 'USD',
      }),
      {
        productImpressionsPerView: { benchmark: 6 },
      },
    ),
  );

describe('product-exposure', () => {
  it('finds a gap below the benchmark, with a deed for the next LIVE', () => {
    expect(judged(3, 700)).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_productExposure_seen' },
      advice: { key: 'factor_productExposure_advice' },
    });
  });

  it('is fine above the benchmark', () => {
    expect(judged(7, 700)).toMatchObject({ state: 'fine' });
  });

  it('asks for more views before it judges a small LIVE', () => {
    expect(judged(3, 9)).toMatchObject({
      state: 'scarce',
      needs: { values: { count: { value: expect.any(Number) } } },
    });
  });

  it('names what is missing', () => {
    const none = productExposure.evaluate(fixtureInput(fixtureSession({ values: { views: 700 } })));
    expect(none).toMatchObject({
      state: 'missing',
      needs: {
        key: 'factor_shared_needsMetric',
        values: { metric: { message: 'metric_productImpressionsPerView_name' } },
      },
    });
  });
});
