import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureSession } from './fixture.ts';
import { likes } from './likes.ts';

/** The outcome of a figure over a count, against a benchmark of 0.9. */
const judged = (yours: number, count: number) =>
  likes.evaluate(
    fixtureInput(fixtureSession({ values: { likeRate: yours, views: count }, currency: 'USD' }), {
      likeRate: { benchmark: 0.9 },
    }),
  );

describe('likes', () => {
  it('finds a gap below the benchmark, with a deed for the next LIVE', () => {
    expect(judged(0.2, 900)).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_likes_seen' },
      advice: { key: 'factor_likes_advice' },
    });
  });

  it('is fine above the benchmark', () => {
    expect(judged(1.2, 900)).toMatchObject({ state: 'fine' });
  });

  it('asks for more views before it judges a small LIVE', () => {
    expect(judged(0.2, 20)).toMatchObject({
      state: 'scarce',
      needs: { values: { count: { value: expect.any(Number) } } },
    });
  });

  it('names what is missing', () => {
    const none = likes.evaluate(fixtureInput(fixtureSession({ values: { views: 900 } })));
    expect(none).toMatchObject({
      state: 'missing',
      needs: {
        key: 'factor_shared_needsMetric',
        values: { metric: { message: 'metric_likeRate_name' } },
      },
    });
  });
});
