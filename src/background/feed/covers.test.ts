import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { RegionSchema } from '../../metrics/feed/category-slice.ts';
import { FeedAddressSchema } from '../../metrics/feed/feed.ts';
import { CategoryIdSchema } from '../../metrics/ids.ts';
import { CurrencyCodeSchema } from '../../metrics/money.ts';
import { FeedIndexSchema } from '../../sources/feed/index-schema.ts';
import { coverOf, coversIn } from './covers.ts';

const address = v.parse(FeedAddressSchema, 'https://bench.example/feeds/index.json');
const index = (...entries: readonly (readonly [string, string, string])[]) =>
  v.parse(FeedIndexSchema, {
    format: 'live-diagnosis-feed',
    version: 2,
    name: 'Bench',
    updatedAt: 1_790_000_000,
    slices: entries.map(([region, category, day]) => ({
      region,
      category,
      basis: 'attributed',
      day,
      path: `${region}/${category}/${day}.json`,
    })),
  });

const beauty = v.parse(CategoryIdSchema, '601450');
const region = (name: string) => v.parse(RegionSchema, name);
const currency = (code: string) => v.parse(CurrencyCodeSchema, code);
const covers = coversIn(
  address,
  index(
    ['US', '601450', '2026-11-23'],
    ['US', '601450', '2026-11-24'],
    ['US', '601450', '2026-11-22'],
    ['DE', '601450', '2026-11-24'],
    ['US', '600001', '2026-11-24'],
  ),
);

describe('what a feed covers', () => {
  const basis = 'attributed' as const;

  it('is the newest day of each region and category, beside its index', () => {
    expect(covers).toHaveLength(3);
    expect(covers[0]).toMatchObject({
      day: '2026-11-24',
      address: 'https://bench.example/feeds/US/601450/2026-11-24.json',
    });
  });

  it('is found by region, else by a currency of one region', () => {
    const found = coverOf(covers, { region: region('DE'), category: beauty, basis });
    expect(found).toMatchObject({ region: 'DE' });
    const byMoney = coverOf(covers, { currency: currency('USD'), category: beauty, basis });
    expect(byMoney).toMatchObject({ region: 'US' });
  });

  it('is not guessed where the region is known and not covered', () => {
    const wanted = { region: region('GB'), currency: currency('USD'), category: beauty, basis };
    expect(coverOf(covers, wanted)).toBe('not-covered');
    expect(coverOf(covers, { currency: currency('VND'), category: beauty, basis })).toBe(
      'not-covered',
    );
  });

  it('is not guessed where several regions share the currency, or none is known', () => {
    expect(coverOf(covers, { currency: currency('EUR'), category: beauty, basis })).toBe(
      'no-region',
    );
    expect(coverOf(covers, { category: beauty, basis })).toBe('no-region');
    expect(coverOf([], { category: beauty, basis })).toBe('not-covered');
  });

  it('is of the sales basis that is wanted, and of no other', () => {
    const wanted = { region: region('DE'), category: beauty, basis: 'direct' } as const;
    expect(coverOf(covers, wanted)).toBe('not-covered');
  });
});
