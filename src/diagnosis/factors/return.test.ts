import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureSession } from './fixture.ts';
import { returning } from './return.ts';

/** The outcome of a figure over a count, against a benchmark of 1.5. */
const judged = (yours: number, count: number) =>
  returning.evaluate(
    fixtureInput(
      fixtureSession({ values: { viewsPerViewer: yours, viewers: count }, currency: 'USD' }),
      {
        viewsPerViewer: { benchmark: 1.5 },
      },
    ),
  );

describe('return', () => {
  it('finds a gap below the benchmark, with a deed for the next LIVE', () => {
    expect(judged(1.1, 600)).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_return_seen' },
      advice: { key: 'factor_return_advice' },
    });
  });

  it('is fine above the benchmark', () => {
    expect(judged(1.6, 600)).toMatchObject({ state: 'fine' });
  });

  it('asks for more viewers before it judges a small LIVE', () => {
    expect(judged(1.1, 6)).toMatchObject({
      state: 'scarce',
      needs: { values: { count: { value: expect.any(Number) } } },
    });
  });

  it('names what is missing', () => {
    const none = returning.evaluate(fixtureInput(fixtureSession({ values: { viewers: 600 } })));
    expect(none).toMatchObject({
      state: 'missing',
      needs: {
        key: 'factor_shared_needsMetric',
        values: { metric: { message: 'metric_viewsPerViewer_name' } },
      },
    });
  });
});
