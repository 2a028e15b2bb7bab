import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureSession } from './fixture.ts';
import { payment } from './payment.ts';

/** The outcome of a figure over a count, against a benchmark of 0.9. */
const judged = (yours: number, count: number) =>
  payment.evaluate(
    fixtureInput(
      fixtureSession({ values: { paymentRate: yours, orders: count }, currency: 'USD' }),
      {
        paymentRate: { benchmark: 0.9 },
      },
    ),
  );

describe('payment', () => {
  it('finds a gap below the benchmark, with a deed for the next LIVE', () => {
    expect(judged(0.7, 200)).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_payment_seen' },
      advice: { key: 'factor_payment_advice' },
    });
  });

  it('is fine above the benchmark', () => {
    expect(judged(0.95, 200)).toMatchObject({ state: 'fine' });
  });

  it('asks for more orders before it judges a small LIVE', () => {
    expect(judged(0.7, 8)).toMatchObject({
      state: 'scarce',
      needs: { values: { count: { value: expect.any(Number) } } },
    });
  });

  it('names what is missing', () => {
    const none = payment.evaluate(fixtureInput(fixtureSession({ values: { orders: 200 } })));
    expect(none).toMatchObject({
      state: 'missing',
      needs: {
        key: 'factor_shared_needsMetric',
        values: { metric: { message: 'metric_paymentRate_name' } },
      },
    });
  });
});
