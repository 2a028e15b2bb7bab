import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixtureMoney, fixtureSession, START, series } from '../factors/fixture.ts';
import { anyCase } from '../factors/fixture-arbitrary.ts';
import { arbitrarySession } from '../fixtures/arbitrary.ts';
import { pinScorecardsOf } from './pin-scorecards.ts';

const MINUTE = 60;

/** Two hours in intervals of five minutes; clicks by interval. */
function pinned(
  pins: readonly (readonly [product: string, from: number, to: number])[],
  clicks: (interval: number) => number,
  products: readonly (readonly [
    id: string,
    impressions: number,
    orders: number,
    gmv: number,
  ])[] = [],
) {
  return fixtureSession({
    currency: 'USD',
    pins: pins.map(([product, from, to]) => ({
      product,
      startedAt: START + from * MINUTE,
      endedAt: START + to * MINUTE,
    })),
    products: products.map(([id, impressions, orders, gmv]) => ({
      id,
      name: `Product ${id}`,
      impressions,
      clicks: Math.round(impressions / 20),
      orders,
      gmv: fixtureMoney(gmv),
    })),
    timeline: {
      interval: 300,
      series: [
        series(
          'productClicks',
          'amount',
          Array.from({ length: 24 }, (_, place) => clicks(place)),
        ),
      ],
    },
  });
}

describe('a pin', () => {
  it('is measured by the whole intervals inside it; those astride its edges count on neither side', () => {
    // From 12 to 33 minutes: the intervals 15-20, 20-25 and 25-30 are whole; 10-15 and 30-35 straddle.
    const astride = new Set([2, 6]);
    const cards = pinScorecardsOf(
      pinned([['1', 12, 33]], (place) =>
        astride.has(place) ? 9999 : place >= 3 && place <= 5 ? 60 : 20,
      ),
    );
    expect(cards?.pins).toMatchObject([{ pinned: 21 * MINUTE, measured: 15 * MINUTE }]);
    expect(cards?.pins[0]?.lifts).toMatchObject([
      { metric: 'productClicks', perMinute: 12, elsewhere: 4, lift: { value: 3 } },
    ]);
  });

  it('stands above, below or level with the rest of the LIVE only beyond chance', () => {
    const verdict = (inside: number, length = 40) =>
      pinScorecardsOf(
        pinned([['1', 20, 20 + length]], (place) =>
          place >= 4 && place < 4 + length / 5 ? inside : 100,
        ),
      )?.pins[0]?.verdict;
    expect(verdict(300)).toBe('above');
    expect(verdict(25)).toBe('below');
    expect(verdict(100)).toBe('level');
  });

  it('says how much longer it takes where it cannot be told', () => {
    const short = pinScorecardsOf(pinned([['1', 20, 25]], (place) => (place === 4 ? 3 : 2)));
    expect(short?.pins[0]?.verdict).toBe('untold');
    expect(short?.pins[0]?.needs?.key).toMatch(/course_pin(More|Never)/);
    const none = pinScorecardsOf(pinned([['1', 21, 24]], () => 100))?.pins[0];
    expect(none).toMatchObject({ verdict: 'untold', measured: 0, lifts: [] });
    expect(none?.more).toBeGreaterThan(MINUTE);
  });
});

describe('pinned products', () => {
  it('gather all their pins, best lift first, with their share of the pinned time', () => {
    const cards = pinScorecardsOf(
      pinned(
        [
          ['1', 0, 30],
          ['2', 30, 60],
          ['1', 60, 90],
          ['3', 90, 120],
        ],
        (place) => (place >= 6 && place < 12 ? 200 : place >= 18 ? 30 : 80),
        [['2', 1000, 10, 200]],
      ),
    );
    expect(cards?.products.map(({ product }) => product)).toEqual(['2', '1', '3']);
    expect(cards?.products[1]).toMatchObject({ share: 0.5, pins: [{}, {}] });
    expect(cards?.products[0]).toMatchObject({ gmvPerThousand: 200, ctr: 0.05 });
    expect(cards?.products[0]?.gmvPerPinnedMinute).toBeCloseTo(200 / 30, 9);
    expect(cards?.misplaced).toBeUndefined();
  });

  it('show the pin that sat on the wrong product, in money', () => {
    const rows = [
      ['1', 6000, 6, 90],
      ['2', 1500, 30, 750],
      ['3', 900, 8, 140],
      ['4', 400, 3, 50],
      ['5', 350, 3, 45],
    ] as const;
    const misplaced = pinScorecardsOf(
      pinned(
        [
          ['1', 0, 90],
          ['2', 90, 110],
        ],
        () => 50,
        rows,
      ),
    )?.misplaced;
    expect(misplaced).toMatchObject({ pinned: '1', better: '2' });
    expect(misplaced?.sureness).toBeGreaterThan(0.95);
    expect(misplaced?.money.low).toBeGreaterThan(0);
    // At most all showings of the pinned product at the whole raw difference.
    expect(misplaced?.money.value).toBeLessThan(6000 * (750 / 1500 - 90 / 6000));
    const alike = rows.map(([id, shown]) => [id, shown, shown / 50, shown / 2.5] as const);
    expect(
      pinScorecardsOf(
        pinned(
          [
            ['1', 0, 90],
            ['2', 90, 110],
          ],
          () => 50,
          alike,
        ),
      )?.misplaced,
    ).toBeUndefined();
  });

  it('are unknown where pins or their ends are', () => {
    expect(pinScorecardsOf(fixtureSession())).toBeUndefined();
    expect(pinScorecardsOf(fixtureSession({ pins: [] }))).toEqual({ pins: [], products: [] });
  });

  it('hold no figure that is not a number, whatever the session', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          arbitrarySession,
          anyCase.map(({ session }) => session),
        ),
        (session) => {
          const text = JSON.stringify(pinScorecardsOf(session) ?? {}, (_, value) =>
            typeof value === 'number' && !Number.isFinite(value) ? 'broken' : value,
          );
          expect(text).not.toContain('broken');
        },
      ),
    );
  });
});
