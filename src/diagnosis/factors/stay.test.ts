import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureSession } from './fixture.ts';
import { stay } from './stay.ts';

/** The outcome of a figure over a count, against a benchmark of 45. */
const judged = (yours: number, count: number) =>
  stay.evaluate(
    fixtureInput(
      fixtureSession({
        values: { averageViewDurationPerView: yours, views: count },
        currency: 'USD',
      }),
      {
        averageViewDurationPerView: { benchmark: 45 },
      },
    ),
  );

describe('stay', () => {
  it('finds a gap below the benchmark, with a deed for the next LIVE', () => {
    expect(judged(23, 700)).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_stay_seen' },
      advice: { key: 'factor_stay_advice' },
    });
  });

  it('is fine above the benchmark', () => {
    expect(judged(50, 700)).toMatchObject({ state: 'fine' });
  });

  it('asks for more views before it judges a small LIVE', () => {
    expect(judged(23, 5)).toMatchObject({
      state: 'scarce',
      needs: { values: { count: { value: expect.any(Number) } } },
    });
  });

  it('names what is missing', () => {
    const none = stay.evaluate(fixtureInput(fixtureSession({ values: { views: 700 } })));
    expect(none).toMatchObject({
      state: 'missing',
      needs: {
        key: 'factor_shared_needsMetric',
        values: { metric: { message: 'metric_averageViewDurationPerView_name' } },
      },
    });
  });
});
