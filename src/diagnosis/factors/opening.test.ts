import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureSession, START, series } from './fixture.ts';
import { opening } from './opening.ts';

const withViews = (first: number, later: number) =>
  opening.evaluate(
    fixtureInput(
      fixtureSession({
        timeline: {
          interval: 300,
          series: [series('views', 'amount', [...Array(6).fill(first), ...Array(18).fill(later)])],
        },
      }),
    ),
  );

describe('opening', () => {
  it('finds a slow start and shows it', () => {
    expect(withViews(4, 20)).toMatchObject({
      state: 'gap',
      seen: { values: { yours: { value: 48 }, later: { value: 240 } } },
      stretches: [{ from: START, to: START + 1800 }],
    });
  });

  it('is fine at an even pace', () => {
    expect(withViews(18, 20)).toMatchObject({ state: 'fine' });
  });

  it('asks for more views before it judges a quiet LIVE', () => {
    expect(withViews(0, 1)).toMatchObject({
      state: 'scarce',
      needs: { key: 'factor_shared_moreViews', values: { count: { value: 4 } } },
    });
  });

  it('ends with the interval that ends nearest to the half hour, and says how long it was', () => {
    const session = fixtureSession({
      room: { startedAt: START + 120, duration: 2 * 3600 - 120 },
      timeline: {
        interval: 300,
        series: [series('views', 'amount', [...Array(6).fill(4), ...Array(18).fill(20)])],
      },
    });
    expect(opening.evaluate(fixtureInput(session))).toMatchObject({
      state: 'gap',
      seen: {
        values: {
          length: { seconds: 28 * 60 },
          later: { value: 240 },
          share: { value: 24 / 384 },
          even: { value: 28 / 118 },
        },
      },
      stretches: [{ from: START + 120, to: START + 1800 }],
    });
  });

  it('needs views over time', () => {
    expect(opening.evaluate(fixtureInput(fixtureSession()))).toMatchObject({ state: 'missing' });
  });
});
