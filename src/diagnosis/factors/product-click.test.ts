import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureSession } from './fixture.ts';
import { productClick } from './product-click.ts';

/** The outcome of a figure over a count, against a benchmark of 0.3. */
const judged = (yours: number, count: number) =>
  productClick.evaluate(
    fixtureInput(fixtureSession({ values: { liveCtr: yours, views: count }, currency: 'USD' }), {
      liveCtr: { benchmark: 0.3 },
    }),
  );

describe('product-click', () => {
  it('finds a gap below the benchmark, with a deed for the next LIVE', () => {
    expect(judged(0.2, 700)).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_productClick_seen' },
      advice: { key: 'factor_productClick_advice' },
    });
  });

  it('is fine above the benchmark', () => {
    expect(judged(0.35, 700)).toMatchObject({ state: 'fine' });
  });

  it('asks for more views before it judges a small LIVE', () => {
    expect(judged(0.2, 30)).toMatchObject({
      state: 'scarce',
      needs: { values: { count: { value: expect.any(Number) } } },
    });
  });

  it('names what is missing', () => {
    const none = productClick.evaluate(fixtureInput(fixtureSession({ values: { views: 700 } })));
    expect(none).toMatchObject({
      state: 'missing',
      needs: {
        key: 'factor_shared_needsMetric',
        values: { metric: { message: 'metric_liveCtr_name' } },
      },
    });
  });
});
