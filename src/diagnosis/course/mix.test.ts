import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixtureMoney, fixtureSession } from '../factors/fixture.ts';
import { capturedLive } from '../fixtures/captured.ts';
import { mixNeedsOf, type PastSources, productMixOf, sourceMixOf } from './mix.ts';
import { splitMix } from './mix-split.ts';

type Row = readonly [name: string, impressions: number, views: number, gmv: number];

/** Two hours, in dollars. */
const live = (rows: readonly Row[]) =>
  fixtureSession({
    currency: 'USD',
    sources: rows.map(([name, impressions, views, gmv]) => ({
      name,
      impressions,
      views,
      gmv: fixtureMoney(gmv),
    })),
  });

const past = (rows: readonly Row[], times = 5): PastSources[] =>
  Array.from({ length: times }, () => ({ hours: 2, sources: live(rows).sources ?? [] }));

const usual: readonly Row[] = [
  ['foru', 20_000, 400, 200],
  ['search', 1_000, 250, 500],
];

describe('mix against rate', () => {
  it('tells a shift to a poorer source from a room that got worse', () => {
    // The same rates in every source, and search gives way to the feed.
    const moved = sourceMixOf(
      live([
        ['foru', 20_500, 410, 205],
        ['search', 500, 125, 250],
      ]),
      past(usual),
    );
    expect(moved).toMatchObject({ most: 'mix', lives: 5, text: { key: 'course_mixMoved' } });
    expect(moved?.volume).toBeCloseTo(0, 9);
    for (const rate of moved?.rates ?? []) expect(rate).toBeCloseTo(0, 9);
    expect(moved?.mix).toBeCloseTo((700 - 455) / 2, 9);

    const worse = sourceMixOf(
      live([
        ['foru', 20_000, 400, 100],
        ['search', 1_000, 250, 250],
      ]),
      past(usual),
    );
    expect(worse).toMatchObject({ most: 'rates', mix: 0, volume: 0 });
    expect(worse?.rates[1]).toBeCloseTo(175, 9);
  });

  it('says its base in figures, and all amounts alike', () => {
    const text = sourceMixOf(live([['foru', 20_000, 400, 100]]), past(usual))?.text;
    expect(text?.values).toMatchObject({
      usual: { money: { amount: '350' }, detail: 'whole' },
      yours: { money: { amount: '50' }, detail: 'whole' },
      count: { value: 5 },
      mix: { detail: 'whole', isChange: true },
    });
  });

  it('adds up to the gap over effects and over parts, whatever the counts', () => {
    const counts = fc.array(fc.oneof(fc.constant(0), fc.nat(10_000)), {
      minLength: 4,
      maxLength: 4,
    });
    const parts = fc.uniqueArray(fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd'), counts }), {
      selector: ({ name }) => name,
    });
    fc.assert(
      fc.property(parts, parts, (yours, theirs) => {
        const split = splitMix(yours, theirs, 3);
        if (split === undefined) return;
        const end = (list: typeof yours) =>
          list.reduce((sum, one) => sum + (one.counts[3] ?? 0), 0);
        const gap = end(theirs) - end(yours);
        const { volume, mix, rates, rest } = split;
        const within = 1e-9 * (end(theirs) + end(yours) + 1);
        const all = [volume, mix, rest, ...rates].reduce((sum, value) => sum + value, 0);
        expect(Math.abs(all - gap)).toBeLessThan(within);
        for (const one of split.parts) {
          const own = [one.volume, one.mix, one.rest, ...one.rates];
          const sum = own.reduce((total, value) => total + value, 0);
          expect(Math.abs(sum - (one.usual - one.yours))).toBeLessThan(within);
        }
      }),
    );
  });

  it('puts a source that is new or gone into the mix alone', () => {
    const gone = sourceMixOf(live([['foru', 21_000, 420, 210]]), past(usual));
    const search = gone?.parts.find(({ name }) => name === 'search');
    expect(search).toMatchObject({ yours: 0, shareYours: 0, mix: 250, rates: [0, 0] });
  });

  it('keeps what contradicts itself apart', () => {
    const odd = sourceMixOf(live([...usual, ['mall', 0, 0, 90]]), past(usual));
    expect(odd?.parts.find(({ name }) => name === 'mall')?.rest).toBe(-45);
  });

  it('splits products the same way, by their names', () => {
    const rows = (orders: number) => [
      {
        id: '1',
        name: 'Serum',
        impressions: 1000,
        clicks: 50,
        orders,
        gmv: fixtureMoney(orders * 20),
      },
      { id: '2', name: 'Cream', impressions: 1000, clicks: 50, orders: 5, gmv: fixtureMoney(100) },
    ];
    const session = fixtureSession({ currency: 'USD', products: rows(2) });
    const earlier = { hours: 2, products: fixtureSession({ products: rows(8) }).products ?? [] };
    const mix = productMixOf(
      session,
      Array.from({ length: 5 }, () => earlier),
    );
    expect(mix).toMatchObject({ by: 'product', most: 'rates', names: { 1: 'Serum', 2: 'Cream' } });
    expect(mix?.rates[1]).toBeCloseTo(60, 9);
  });

  it('is unknown with fewer than five LIVEs, in another currency or without GMV by source', () => {
    expect(sourceMixOf(live(usual), past(usual, 4))).toBeUndefined();
    const dong = { ...fixtureSession({ currency: 'VND' }), sources: live(usual).sources };
    expect(sourceMixOf(dong, past(usual))).toBeUndefined();
    expect(sourceMixOf(fixtureSession(), past(usual))).toBeUndefined();
  });

  it('takes the captured LIVE against itself for no gap', () => {
    const { sources, currency } = capturedLive();
    const again = Array.from({ length: 5 }, () => ({ hours: 3, sources: sources ?? [] }));
    const mix = sourceMixOf(capturedLive(), again);
    expect(mix).toMatchObject({ most: 'volume', lives: 5 });
    expect(mix?.mix).toBeCloseTo(0, 6);
    expect(currency).toBe('VND');
  });
});

describe('what a mix needs', () => {
  it('is the number of LIVEs that lack, not counting those without the figures', () => {
    const known = [...past(usual, 3), { hours: 2 }, { hours: 2, sources: [{ name: 'foru' }] }];
    expect(mixNeedsOf('source', live(usual), known)).toEqual({
      key: 'course_mixMoreLives',
      values: { count: { kind: 'count', value: 2 } },
    });
    expect(sourceMixOf(live(usual), known)).toBeUndefined();
  });

  it("is this LIVE's own figures where they are missing", () => {
    expect(mixNeedsOf('product', live(usual), past(usual)).key).toBe('course_mixUntold');
  });
});
