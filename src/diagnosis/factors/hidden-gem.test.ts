import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureMoney, fixtureSession } from './fixture.ts';
import { hiddenGem } from './hidden-gem.ts';

type Row = readonly [impressions: number, orders: number, gmv: number];

const judged = (rows: readonly Row[]) =>
  hiddenGem.evaluate(
    fixtureInput(
      fixtureSession({
        currency: 'USD',
        products: rows.map(([impressions, orders, gmv], i) => ({
          id: String(i + 1),
          name: `Product ${i + 1}`,
          impressions,
          orders,
          gmv: fixtureMoney(gmv),
        })),
      }),
    ),
  );

describe('hidden-gem', () => {
  it('names the product that earned far more per showing and was hardly shown', () => {
    expect(
      judged([
        [3000, 10, 200],
        [3000, 10, 200],
        [300, 8, 160],
      ]),
    ).toMatchObject({
      state: 'gap',
      brief: { values: { product: { text: 'Product 3' } } },
    });
  });

  it('is fine where all earn alike, or where two lucky orders would make the gem', () => {
    expect(
      judged([
        [3000, 10, 200],
        [2000, 8, 160],
        [1000, 4, 80],
      ]),
    ).toMatchObject({ state: 'fine' });
    expect(
      judged([
        [3000, 10, 200],
        [3000, 10, 200],
        [100, 2, 400],
      ]),
    ).toMatchObject({ state: 'fine' });
  });

  it('asks for more orders', () => {
    expect(
      judged([
        [3000, 2, 40],
        [300, 4, 80],
      ]),
    ).toMatchObject({ state: 'scarce', needs: { values: { count: { value: 4 } } } });
  });

  it('needs showings, orders and GMV of products', () => {
    const session = fixtureSession({ products: [{ id: '1', orders: 30 }] });
    expect(hiddenGem.evaluate(fixtureInput(session))).toMatchObject({ state: 'missing' });
  });
});
