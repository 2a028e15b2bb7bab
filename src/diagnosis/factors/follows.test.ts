import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureSession } from './fixture.ts';
import { follows } from './follows.ts';

/** The outcome of a figure over a count, against a benchmark of 0.008. */
const judged = (yours: number, count: number) =>
  follows.evaluate(
    fixtureInput(fixtureSession({ values: { followRate: yours, views: count }, currency: 'USD' }), {
      followRate: { benchmark: 0.008 },
    }),
  );

describe('follows', () => {
  it('finds a gap below the benchmark, with a deed for the next LIVE', () => {
    expect(judged(0.002, 4000)).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_follows_seen' },
      advice: { key: 'factor_follows_advice' },
    });
  });

  it('is fine above the benchmark', () => {
    expect(judged(0.009, 4000)).toMatchObject({ state: 'fine' });
  });

  it('asks for more views before it judges a small LIVE', () => {
    expect(judged(0.002, 200)).toMatchObject({
      state: 'scarce',
      needs: { values: { count: { value: expect.any(Number) } } },
    });
  });

  it('names what is missing', () => {
    const none = follows.evaluate(fixtureInput(fixtureSession({ values: { views: 4000 } })));
    expect(none).toMatchObject({
      state: 'missing',
      needs: {
        key: 'factor_shared_needsMetric',
        values: { metric: { message: 'metric_followRate_name' } },
      },
    });
  });
});
