import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureMoney, fixtureSession, START } from './fixture.ts';
import { pinChoice } from './pin-choice.ts';

type Row = readonly [impressions: number, orders: number, gmv: number];

const judged = (rows: readonly Row[]) =>
  pinChoice.evaluate(
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
        pins: [
          { product: '1', startedAt: START, endedAt: START + 5400 },
          { product: '2', startedAt: START + 5400, endedAt: START + 7200 },
        ],
      }),
    ),
  );

describe('pin-choice', () => {
  it('shows the pins of a product that earned far less per showing than the others', () => {
    expect(
      judged([
        [2934, 3, 62],
        [385, 6, 90],
        [366, 7, 64],
      ]),
    ).toMatchObject({
      state: 'gap',
      seen: { values: { product: { text: 'Product 1' }, share: { value: 0.75 } } },
      stretches: [{ from: START, to: START + 5400 }],
    });
  });

  it('is fine where the longest pin earned its time', () => {
    expect(
      judged([
        [2000, 30, 600],
        [800, 8, 150],
      ]),
    ).toMatchObject({ state: 'fine' });
  });

  it('asks for more orders', () => {
    expect(
      judged([
        [2000, 1, 20],
        [300, 3, 60],
      ]),
    ).toMatchObject({ state: 'scarce', needs: { values: { count: { value: 6 } } } });
  });

  it('needs pins and products', () => {
    expect(pinChoice.evaluate(fixtureInput(fixtureSession()))).toMatchObject({ state: 'missing' });
  });
});
