import { describe, expect, it } from 'vitest';
import { cartLeak } from './cart-leak.ts';
import { fixtureInput, fixtureSession, pastLive } from './fixture.ts';

const usually = Array.from({ length: 8 }, (_, i) =>
  pastLive(i + 1, { addToCarts: 100, orders: 80 + i }),
);
const live = (addToCarts: number, orders: number) =>
  fixtureSession({ values: { addToCarts, orders } });

describe('cart-leak', () => {
  it('finds a gap below the usual orders per cart of own LIVEs', () => {
    expect(cartLeak.evaluate(fixtureInput(live(100, 40), {}, usually))).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_cartLeak_seenUsual', values: { rate: { value: 40 } } },
    });
  });

  it('names a product that is put into carts and not ordered', () => {
    const session = fixtureSession({
      values: { addToCarts: 60, orders: 42 },
      products: [
        { id: '1', name: 'Toner', addToCarts: 30, orders: 2 },
        { id: '2', name: 'Serum', addToCarts: 30, orders: 40 },
      ],
    });
    expect(cartLeak.evaluate(fixtureInput(session))).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_cartLeak_seenProduct', values: { product: { text: 'Toner' } } },
    });
  });

  it('is fine at the usual ratio, above 1 as well', () => {
    expect(cartLeak.evaluate(fixtureInput(live(100, 85), {}, usually))).toMatchObject({
      state: 'fine',
    });
    expect(cartLeak.evaluate(fixtureInput(live(100, 140), {}, usually))).toMatchObject({
      state: 'fine',
    });
  });

  it('asks for more carts', () => {
    expect(cartLeak.evaluate(fixtureInput(live(15, 1), {}, usually))).toMatchObject({
      state: 'scarce',
      needs: { key: 'factor_shared_moreCarts', values: { count: { value: 5 } } },
    });
  });

  it('needs carts, and something to compare with', () => {
    expect(cartLeak.evaluate(fixtureInput(fixtureSession()))).toMatchObject({ state: 'missing' });
    expect(cartLeak.evaluate(fixtureInput(live(100, 40)))).toMatchObject({
      state: 'missing',
      needs: { key: 'factor_cartLeak_needsCompare' },
    });
  });
});
