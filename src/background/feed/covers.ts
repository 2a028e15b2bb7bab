import * as v from 'valibot';
import type { Region } from '../../metrics/feed/category-slice.ts';
import { type FeedAddress, FeedAddressSchema } from '../../metrics/feed/feed.ts';
import type { Cover } from '../../metrics/feed/kept-feed.ts';
import type { CategoryId } from '../../metrics/ids.ts';
import type { SalesBasis } from '../../metrics/metric.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import { sliceAddress } from '../../sources/feed/address.ts';
import type { FeedIndex } from '../../sources/feed/index-schema.ts';

/** The regions of TikTok Shop by the currency their shops sell in; a currency of several says no region. */
const regionsOf: Readonly<Record<string, readonly string[]>> = {
  USD: ['US'],
  GBP: ['GB'],
  EUR: ['DE', 'ES', 'FR', 'IE', 'IT'],
  BRL: ['BR'],
  MXN: ['MX'],
  JPY: ['JP'],
  VND: ['VN'],
  THB: ['TH'],
  MYR: ['MY'],
  PHP: ['PH'],
  SGD: ['SG'],
  IDR: ['ID'],
};

/** What the panel wants to know of feeds. */
export interface WantedCover {
  readonly region?: Region | undefined;
  readonly currency?: CurrencyCode | undefined;
  readonly category: CategoryId;
  readonly basis: SalesBasis;
}

/** The newest day of each region, category and sales basis that an index names. */
export function coversIn(index: FeedAddress, { slices }: FeedIndex): Cover[] {
  const newest = new Map<string, Cover>();
  for (const { region, category, basis, day, path } of slices) {
    const key = `${region} ${category} ${basis}`;
    const known = newest.get(key);
    if (known !== undefined && known.day >= day) continue;
    const address = v.safeParse(FeedAddressSchema, sliceAddress(index, path));
    // A long path below a long address may be longer than an address may be.
    if (address.success) newest.set(key, { region, category, basis, day, address: address.output });
  }
  return [...newest.values()];
}

/**
 * Where a feed speaks of what is wanted: of the region, else of the one that the currency belongs to.
 * Among several regions of a currency only a feed that covers a single one of them can be meant.
 */
export function coverOf(
  covers: readonly Cover[],
  { region, currency, category, basis }: WantedCover,
): Cover | 'not-covered' | 'no-region' {
  const ofCategory = covers.filter((cover) => cover.category === category && cover.basis === basis);
  if (region !== undefined) {
    return ofCategory.find((cover) => cover.region === region) ?? 'not-covered';
  }
  const regions = currency === undefined ? undefined : regionsOf[currency];
  if (regions === undefined) return ofCategory.length === 0 ? 'not-covered' : 'no-region';
  const [first, ...others] = ofCategory.filter((cover) => regions.includes(cover.region));
  if (first === undefined) return 'not-covered';
  return others.length === 0 && regions.length === 1 ? first : 'no-region';
}
