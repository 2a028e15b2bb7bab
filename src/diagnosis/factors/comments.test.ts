import { describe, expect, it } from 'vitest';
import { comments } from './comments.ts';
import { fixtureInput, fixtureSession } from './fixture.ts';

/** The outcome of a figure over a count, against a benchmark of 0.03. */
const judged = (yours: number, count: number) =>
  comments.evaluate(
    fixtureInput(
      fixtureSession({ values: { commentRate: yours, views: count }, currency: 'USD' }),
      {
        commentRate: { benchmark: 0.03 },
      },
    ),
  );

describe('comments', () => {
  it('finds a gap below the benchmark, with a deed for the next LIVE', () => {
    expect(judged(0.01, 1500)).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_comments_seen' },
      advice: { key: 'factor_comments_advice' },
    });
  });

  it('is fine above the benchmark', () => {
    expect(judged(0.04, 1500)).toMatchObject({ state: 'fine' });
  });

  it('asks for more views before it judges a small LIVE', () => {
    expect(judged(0.01, 60)).toMatchObject({
      state: 'scarce',
      needs: { values: { count: { value: expect.any(Number) } } },
    });
  });

  it('names what is missing', () => {
    const none = comments.evaluate(fixtureInput(fixtureSession({ values: { views: 1500 } })));
    expect(none).toMatchObject({
      state: 'missing',
      needs: {
        key: 'factor_shared_needsMetric',
        values: { metric: { message: 'metric_commentRate_name' } },
      },
    });
  });
});
