import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryHistory, arbitrarySession } from '../fixtures/arbitrary.ts';
import { type ComparedSide, liveSide, usualSide } from './compared-side.ts';
import { commonKind, moneyDifference } from './money-difference.ts';
import { type MadeCounts, madeLive, usualPast } from './two-lives.fixture.ts';

const full = { impressions: 1000, views: 100, productClicks: 50, orders: 10, gmv: '200' };
const side = (counts: MadeCounts): ComparedSide => liveSide(madeLive(counts));
const between = (first: ComparedSide, second: ComparedSide) =>
  moneyDifference(first, second, commonKind(first, second));
const told = (first: ComparedSide, second: ComparedSide) => {
  const found = between(first, second);
  if (found.state === 'untold') throw new Error(found.reason);
  return found;
};
const amounts = (first: ComparedSide, second: ComparedSide) =>
  told(first, second).parts.map(({ amount }) => Number(amount.toFixed(6)));

describe('the difference in GMV per hour between two LIVEs', () => {
  it('is the step’s alone where one step alone differs', () => {
    // Twice the orders of as many clicks, of the same value: $400 against $200 an hour.
    const first = side({ ...full, orders: 20, gmv: '400' });
    expect(told(first, side(full))).toMatchObject({ first: 400, second: 200, difference: 200 });
    expect(amounts(first, side(full))).toEqual([0, 0, 0, 200, 0]);
  });

  it('is shared by logarithms where two steps differ', () => {
    // CTOR × 2 and AOV × 1.5: $600 against $200. L = 400 ÷ ln 3; 400 · ln 2 ÷ ln 3 and 400 · ln 1.5 ÷ ln 3.
    const first = side({ ...full, orders: 20, gmv: '600' });
    expect(amounts(first, side(full))).toEqual([0, 0, 0, 252.371901, 147.628099]);
  });

  it('counts hours, so that a LIVE twice as long with twice as much of all is no better', () => {
    const longer = { impressions: 2000, views: 200, productClicks: 100, orders: 20, gmv: '400' };
    const found = told(side({ ...longer, hours: 2 }), side(full));
    expect(found.difference).toBeCloseTo(0, 9);
    expect(found.rest.amount).toBeCloseTo(0, 9);
  });

  it('puts all on the step where nothing came through', () => {
    const none = side({ ...full, orders: 0, gmv: '0' });
    expect(amounts(none, side(full))).toEqual([0, 0, 0, -200, 0]);
    expect(amounts(side(full), none)).toEqual([0, 0, 0, 200, 0]);
    expect(told(none, none)).toMatchObject({ difference: 0, rest: { amount: 0 } });
  });

  it('leaves what unknown steps did to the rest, and names them', () => {
    const { productClicks: _, ...unclicked } = full;
    const first = side({ ...unclicked, views: 200, gmv: '800' });
    const found = told(first, side(full));
    expect(found.unknown).toEqual(['liveCtr', 'ctor']);
    // Views × 2 and AOV × 4 against twice as many views for as many orders: ln 2, ln 4 and −ln 2 of ln 4.
    expect(amounts(first, side(full))).toEqual([0, 300, 600]);
    expect(found.rest.amount).toBeCloseTo(-300, 9);
    expect(found.rest.reason).toBe('unknown');
  });

  it('is all rest where money alone is known, and where money contradicts the steps', () => {
    const money = told(side({ gmv: '300' }), side({ gmv: '200' }));
    expect(money.parts).toEqual([]);
    expect(money.rest).toEqual({ amount: 100, reason: 'unknown' });
    const odd = told(side({ ...full, views: 0 }), side(full));
    expect(odd.rest).toMatchObject({ amount: 0, reason: 'contradicts' });
  });

  it('holds with net refunds', () => {
    const found = told(side({ ...full, gmv: '-100' }), side(full));
    expect(found.difference).toBe(-300);
    expect(found.parts.at(-1)?.amount).toBeCloseTo(-300, 9);
  });

  it('is not told in two currencies, nor without money', () => {
    expect(between(side(full), side({ ...full, currency: 'VND' }))).toMatchObject({
      state: 'untold',
      reason: 'currencies',
    });
    const { gmv: _, orders: __, ...poor } = full;
    expect(between(side(poor), side(full))).toMatchObject({ state: 'untold', reason: 'money' });
  });

  it('against what is usual says that medians don’t multiply up', () => {
    // Medians: $298 an hour, 15 orders and an AOV of $20, which would make $300.
    const first = side(full);
    const usual = usualSide(usualPast(full), first.currency, first.funnel);
    const found = told(first, usual);
    expect(found.second).toBe(298);
    expect(found.rest.reason).toBe('medians');
    const sum = found.parts.reduce((all, { amount }) => all + amount, found.rest.amount);
    expect(sum).toBeCloseTo(200 - 298, 9);
    expect(Math.abs(found.rest.amount)).toBeGreaterThan(1);
    const few = usualSide(usualPast(full).slice(1), first.currency, first.funnel);
    expect(between(first, few)).toMatchObject({ state: 'untold', reason: 'money' });
  });

  it('is the sum of its parts and the rest, nothing of a LIVE against itself, and negated when the sides change', () => {
    const anySide = fc.oneof(
      arbitrarySession.map(liveSide),
      fc
        .record({
          impressions: fc.nat(50_000),
          views: fc.nat(5_000),
          productClicks: fc.nat(900),
          orders: fc.nat(90),
          gmv: fc.integer({ min: -50, max: 9_000 }).map(String),
          hours: fc.integer({ min: 1, max: 9 }),
        })
        .map((counts) => side(counts)),
    );
    fc.assert(
      fc.property(anySide, anySide, (first, second) => {
        const found = between(first, second);
        const turned = between(second, first);
        expect(turned.state).toBe(found.state);
        if (found.state === 'untold' || turned.state === 'untold') return;
        const size = Math.max(
          Math.abs(found.first),
          Math.abs(found.second),
          ...found.parts.map(({ amount }) => Math.abs(amount)),
          1e-9,
        );
        const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-6 * size);
        const sum = found.parts.reduce((all, { amount }) => all + amount, found.rest.amount);
        near(sum, found.first - found.second);
        near(turned.difference, -found.difference);
        near(turned.rest.amount, -found.rest.amount);
        for (const [place, { amount }] of found.parts.entries()) {
          near(turned.parts[place]?.amount ?? Number.NaN, -amount);
        }
        const self = between(first, first);
        if (self.state === 'untold') throw new Error('told against another alone');
        expect(self.difference).toBe(0);
        for (const { amount } of [...self.parts, self.rest]) near(amount, 0);
      }),
    );
  });

  it('is told of any LIVE against any history without a figure that is none', () => {
    fc.assert(
      fc.property(arbitrarySession, arbitraryHistory, (session, past) => {
        const live = liveSide(session);
        const found = between(live, usualSide(past, live.currency, live.funnel));
        if (found.state === 'untold') return;
        for (const { amount } of [...found.parts, found.rest]) {
          expect(Number.isFinite(amount)).toBe(true);
        }
      }),
    );
  });
});
