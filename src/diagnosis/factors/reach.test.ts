import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureSession, START } from './fixture.ts';
import { reach } from './reach.ts';

/** The outcome of a figure over a count, against a benchmark of 20000. */
const judged = (yours: number, count: number) =>
  reach.evaluate(
    fixtureInput(
      fixtureSession({
        values: { impressionsPerHour: yours, impressions: count },
        currency: 'USD',
      }),
      {
        impressionsPerHour: { benchmark: 20000 },
      },
    ),
  );

describe('reach', () => {
  it('finds a gap below the benchmark, with a deed for the next LIVE', () => {
    expect(judged(12000, 24000)).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_reach_seen' },
      advice: { key: 'factor_reach_advice' },
    });
  });

  it('is fine above the benchmark', () => {
    expect(judged(21000, 24000)).toMatchObject({ state: 'fine' });
  });

  it('asks for more time before it judges a small LIVE', () => {
    const session = fixtureSession({
      room: { endedAt: START + 600, duration: 600 },
      values: { impressionsPerHour: 12000, impressions: 24000 },
    });
    expect(
      reach.evaluate(fixtureInput(session, { impressionsPerHour: { benchmark: 20000 } })),
    ).toMatchObject({
      state: 'scarce',
      needs: { key: 'factor_shared_moreMinutes', values: { count: { value: 20 } } },
    });
  });

  it('names what is missing', () => {
    const none = reach.evaluate(fixtureInput(fixtureSession({ values: { impressions: 24000 } })));
    expect(none).toMatchObject({
      state: 'missing',
      needs: {
        key: 'factor_shared_needsMetric',
        values: { metric: { message: 'metric_impressionsPerHour_name' } },
      },
    });
  });
});
