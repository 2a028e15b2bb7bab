import { describe, expect, it } from 'vitest';
import type { Bases } from './decide-bases.ts';
import { gmvOfDays, officialOfDay, readOverview } from './read-overview.ts';

const usd = (amount: number) => ({ amount: amount.toFixed(2), currency: 'USD' });
const dates = Array.from({ length: 12 }, (_, i) => `2026-11-${String(i + 10)}`);

/** An overview of days that come to these amounts. */
const overview = (amounts: readonly number[]) =>
  readOverview({
    performance: {
      intervals: amounts.map((amount, i) => ({
        start_date: dates[i],
        end_date: dates[i + 1],
        gmv: usd(amount),
        items_sold: 4,
        sku_orders: 3,
        customers: 2,
        click_through_rate: '0.23',
      })),
    },
  });
const listed = (amounts: readonly number[]) =>
  new Map(amounts.map((amount, i) => [dates[i] ?? '', amount]));
const attributed: Bases = { gmv: 'gmv', ctr: undefined, ctor: undefined };

describe('what the GMV of a shop’s days is', () => {
  it('is that of the list, where the days come to what the list says of their LIVEs', () => {
    expect(gmvOfDays(overview([100, 200, 300]), listed([100, 200.4, 300]), attributed)).toBe('gmv');
    const direct: Bases = { ...attributed, gmv: 'directGmv' };
    expect(gmvOfDays(overview([100, 200, 300]), listed([100, 200, 300]), direct)).toBe('directGmv');
  });

  it('is left open where they come to something else in over a tenth, or fewer than three tell', () => {
    const ten = Array<number>(10).fill(100);
    expect(gmvOfDays(overview(ten), listed([...ten.slice(1), 150]), attributed)).toBe('gmv');
    expect(gmvOfDays(overview(ten), listed([...ten.slice(2), 150, 150]), attributed)).toBe(
      undefined,
    );
    expect(gmvOfDays(overview([100, 200]), listed([100, 200]), attributed)).toBe(undefined);
    expect(gmvOfDays(overview([1, 2, 3, 4]), listed([0, 0, 3, 4]), attributed)).toBe(undefined);
  });

  it('is left open where the list’s is', () => {
    const open: Bases = { ...attributed, gmv: undefined };
    expect(gmvOfDays(overview([100, 200, 300]), listed([100, 200, 300]), open)).toBe(undefined);
  });
});

describe('a day of a shop', () => {
  it('says what each figure rests on, or that nothing tells', () => {
    const [day] = overview([100]);
    const known = day && officialOfDay(day, 'gmv');
    expect(known?.map(({ field, basis, notTaken }) => [field, basis ?? notTaken])).toEqual([
      ['gmv', 'attributed'],
      ['items_sold', 'undecided'],
      ['sku_orders', 'SKU orders'],
      ['customers', undefined],
      ['click_through_rate', 'undecided'],
    ]);
    const open = day && officialOfDay(day, undefined);
    expect(open?.[0]).toMatchObject({ money: usd(100), notTaken: 'undecided', version: '202509' });
    expect(open?.[4]?.value).toBe(0.23);
  });

  it('without its date is none, and an answer of another shape is no day', () => {
    expect(readOverview({ performance: { intervals: [{ gmv: usd(1) }] } })).toEqual([]);
    expect(readOverview({ performance: 7 })).toEqual([]);
    expect(readOverview({})).toEqual([]);
  });
});
