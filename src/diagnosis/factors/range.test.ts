import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureSession } from './fixture.ts';
import { range } from './range.ts';

const bag = (clicks: readonly (number | undefined)[]) =>
  range.evaluate(
    fixtureInput(
      fixtureSession({ products: clicks.map((n, i) => ({ id: String(i + 1), clicks: n })) }),
    ),
  );

describe('range', () => {
  it("finds a gap below the ten products of TikTok's Academy", () => {
    expect(bag([5, 5, 5])).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_range_seenFew', values: { count: { value: 3 } } },
    });
  });

  it('finds a gap where most of the bag was never tapped', () => {
    expect(bag([30, 20, 10, 5, 0, 0, 0, 0, 0, 0, 0, 0])).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_range_seenIdle', values: { idle: { value: 8 } } },
    });
  });

  it('does not call a bag idle in which hardly anybody tapped, or of which taps are unknown', () => {
    expect(bag([3, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toMatchObject({ state: 'fine' });
    expect(bag(Array(12).fill(undefined))).toMatchObject({ state: 'fine' });
  });

  it('needs the products', () => {
    expect(range.evaluate(fixtureInput(fixtureSession()))).toMatchObject({ state: 'missing' });
  });
});
