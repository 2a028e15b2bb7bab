import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureMoney, fixtureSession } from './fixture.ts';
import { stock } from './stock.ts';

type Row = readonly [clicks: number, stockLeft: number | undefined, itemsSold: number];

const judged = (rows: readonly Row[]) =>
  stock.evaluate(
    fixtureInput(
      fixtureSession({
        products: rows.map(([clicks, stockLeft, itemsSold], i) => ({
          id: String(i + 1),
          clicks,
          stockLeft,
          itemsSold,
        })),
      }),
    ),
  );

describe('stock', () => {
  it('finds products that were tapped and are gone', () => {
    expect(
      judged([
        [60, 0, 9],
        [40, 500, 9],
      ]),
    ).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_stock_seenGone', values: { share: { value: 0.6 } } },
    });
  });

  it('finds products of which less is left than one such LIVE sold', () => {
    expect(
      judged([
        [60, 5, 9],
        [40, 500, 9],
      ]),
    ).toMatchObject({ state: 'gap', seen: { key: 'factor_stock_seenLow' } });
  });

  it('is fine with enough left, and does not take an unknown stock for none', () => {
    expect(
      judged([
        [60, undefined, 9],
        [40, 500, 9],
      ]),
    ).toMatchObject({ state: 'fine', seen: { values: { count: { value: 1 } } } });
  });

  it('does not mind a product that is gone and nobody tapped', () => {
    expect(
      judged([
        [0, 0, 0],
        [40, 500, 9],
      ]),
    ).toMatchObject({ state: 'fine' });
  });

  it('goes by orders where they outnumber the pieces, with or without a count of pieces', () => {
    const product = { id: '1', clicks: 60, stockLeft: 5, orders: 9 };
    for (const known of [{ ...product, itemsSold: 2 }, product]) {
      const { state } = stock.evaluate(fixtureInput(fixtureSession({ products: [known] })));
      expect(state).toBe('gap');
    }
  });

  it('names those to restock, what brought most first, with what they brought', () => {
    const product = (id: string, gmv: number, stockLeft: number) => ({
      id,
      name: `Product ${id}`,
      clicks: 60,
      stockLeft,
      orders: 9,
      gmv: fixtureMoney(gmv),
    });
    const products = [product('1', 50, 0), product('2', 90, 0), product('3', 500, 4)];
    const outcome = stock.evaluate(fixtureInput(fixtureSession({ currency: 'USD', products })));
    expect(outcome).toMatchObject({
      advice: {
        key: 'factor_stock_adviceGone',
        values: { products: { text: 'Product 2, Product 1, Product 3' } },
      },
    });
    const rows = 'evidence' in outcome ? (outcome.evidence ?? []) : [];
    expect(rows.map(({ label }) => label.key)).toEqual(
      Array(3).fill(['factor_stock_left', 'factor_stock_earned']).flat(),
    );
  });

  it('needs stock and clicks', () => {
    expect(judged([[60, undefined, 9]])).toMatchObject({ state: 'missing' });
  });
});
