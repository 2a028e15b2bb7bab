import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureSession } from './fixture.ts';
import { tapThrough } from './tap-through.ts';

/** The outcome of a figure over a count, against a benchmark of 0.05. */
const judged = (yours: number, count: number) =>
  tapThrough.evaluate(
    fixtureInput(
      fixtureSession({ values: { tapThroughRate: yours, impressions: count }, currency: 'USD' }),
      {
        tapThroughRate: { benchmark: 0.05 },
      },
    ),
  );

describe('tap-through', () => {
  it('finds a gap below the benchmark, with a deed for the next LIVE', () => {
    expect(judged(0.028, 26284)).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_tapThrough_seen' },
      advice: { key: 'factor_tapThrough_advice' },
    });
  });

  it('is fine above the benchmark', () => {
    expect(judged(0.06, 26284)).toMatchObject({ state: 'fine' });
  });

  it('asks for more impressions before it judges a small LIVE', () => {
    expect(judged(0.028, 200)).toMatchObject({
      state: 'scarce',
      needs: { values: { count: { value: expect.any(Number) } } },
    });
  });

  it('names what is missing', () => {
    const none = tapThrough.evaluate(
      fixtureInput(fixtureSession({ values: { impressions: 26284 } })),
    );
    expect(none).toMatchObject({
      state: 'missing',
      needs: {
        key: 'factor_shared_needsMetric',
        values: { metric: { message: 'metric_tapThroughRate_name' } },
      },
    });
  });
});
