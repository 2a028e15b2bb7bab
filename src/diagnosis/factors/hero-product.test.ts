import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureMoney, fixtureSession, START } from './fixture.ts';
import { heroProduct } from './hero-product.ts';

const judged = (gmv: readonly number[], ordersEach = 10) =>
  heroProduct.evaluate(
    fixtureInput(
      fixtureSession({
        currency: 'USD',
        products: gmv.map((amount, i) => ({
          id: String(i + 1),
          name: `Product ${i + 1}`,
          gmv: fixtureMoney(amount),
          orders: ordersEach,
        })),
        pins: [{ product: '1', startedAt: START, endedAt: START + 600 }],
      }),
    ),
  );

describe('hero-product', () => {
  it('finds a gap where everything hangs on one product', () => {
    expect(judged([900, 50, 50])).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_heroProduct_seenOne', values: { share: { value: 0.9 } } },
    });
  });

  it('finds a gap where no product leads', () => {
    expect(judged([110, 100, 100, 100, 100, 90])).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_heroProduct_seenNone' },
    });
  });

  it('is fine where one leads and others sell, and says how much pinned time it had', () => {
    const outcome = judged([500, 200, 150, 100, 50]);
    expect(outcome).toMatchObject({
      state: 'fine',
      evidence: [{}, { yours: { values: { value: { value: 1 } } } }],
    });
  });

  it('asks for more orders', () => {
    expect(judged([900, 100], 3)).toMatchObject({
      state: 'scarce',
      needs: { values: { count: { value: 14 } } },
    });
  });

  it('needs products with sales, and never adds up another currency', () => {
    expect(heroProduct.evaluate(fixtureInput(fixtureSession()))).toMatchObject({
      state: 'missing',
    });
    const foreign = fixtureSession({
      currency: 'VND',
      products: [1, 2].map((id) => ({ id: String(id), gmv: fixtureMoney(100), orders: 30 })),
    });
    expect(heroProduct.evaluate(fixtureInput(foreign))).toMatchObject({ state: 'missing' });
  });
});
