import { describe, expect, it } from 'vitest';
import { firstImpression } from './first-impression.ts';
import { fixtureInput, fixtureSession } from './fixture.ts';

/** The outcome of a figure over a count, against a benchmark of 0.04. */
const judged = (yours: number, count: number) =>
  firstImpression.evaluate(
    fixtureInput(
      fixtureSession({
        values: { tapThroughRatePreview: yours, impressions: count },
        currency: 'USD',
      }),
      {
        tapThroughRatePreview: { benchmark: 0.04 },
      },
    ),
  );

describe('first-impression', () => {
  it('finds a gap below the benchmark, with a deed for the next LIVE', () => {
    expect(judged(0.022, 26284)).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_firstImpression_seen' },
      advice: { key: 'factor_firstImpression_advice' },
    });
  });

  it('is fine above the benchmark', () => {
    expect(judged(0.05, 26284)).toMatchObject({ state: 'fine' });
  });

  it('asks for more impressions before it judges a small LIVE', () => {
    expect(judged(0.022, 200)).toMatchObject({
      state: 'scarce',
      needs: { values: { count: { value: expect.any(Number) } } },
    });
  });

  it('names what is missing', () => {
    const none = firstImpression.evaluate(
      fixtureInput(fixtureSession({ values: { impressions: 26284 } })),
    );
    expect(none).toMatchObject({
      state: 'missing',
      needs: {
        key: 'factor_shared_needsMetric',
        values: { metric: { message: 'metric_tapThroughRatePreview_name' } },
      },
    });
  });
});
