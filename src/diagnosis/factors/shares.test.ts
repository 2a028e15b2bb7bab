import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureSession } from './fixture.ts';
import { shares } from './shares.ts';

/** The outcome of a figure over a count, against a benchmark of 0.005. */
const judged = (yours: number, count: number) =>
  shares.evaluate(
    fixtureInput(fixtureSession({ values: { shareRate: yours, views: count }, currency: 'USD' }), {
      shareRate: { benchmark: 0.005 },
    }),
  );

describe('shares', () => {
  it('finds a gap below the benchmark, with a deed for the next LIVE', () => {
    expect(judged(0.001, 6000)).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_shares_seen' },
      advice: { key: 'factor_shares_advice' },
    });
  });

  it('is fine above the benchmark', () => {
    expect(judged(0.006, 6000)).toMatchObject({ state: 'fine' });
  });

  it('asks for more views before it judges a small LIVE', () => {
    expect(judged(0.001, 300)).toMatchObject({
      state: 'scarce',
      needs: { values: { count: { value: expect.any(Number) } } },
    });
  });

  it('names what is missing', () => {
    const none = shares.evaluate(fixtureInput(fixtureSession({ values: { views: 6000 } })));
    expect(none).toMatchObject({
      state: 'missing',
      needs: {
        key: 'factor_shared_needsMetric',
        values: { metric: { message: 'metric_shareRate_name' } },
      },
    });
  });
});
