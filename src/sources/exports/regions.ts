import * as v from 'valibot';
import { type Region, RegionSchema } from '../../metrics/feed/category-slice.ts';
import { type CurrencyCode, CurrencyCodeSchema } from '../../metrics/money.ts';

/** What a shop's region says about its files: its money, its clock, and the mark before decimals. */
export interface RegionCustoms {
  readonly region: Region;
  readonly currency: CurrencyCode;
  /** IANA name; of a region with several zones the one of its exports or its capital. */
  readonly zone: string;
  /** How the region's money is written where a cell says it. */
  readonly marks: readonly string[];
}

/**
 * The regions of TikTok Shop. That exports of US shops go by Los Angeles is third-party knowledge;
 * for other regions with several zones (BR, ID, MX) the capital's stands in.
 */
const regionCustoms: readonly RegionCustoms[] = (
  [
    ['US', 'USD', 'America/Los_Angeles', ['US$']],
    ['GB', 'GBP', 'Europe/London', ['£']],
    ['VN', 'VND', 'Asia/Ho_Chi_Minh', ['₫', 'đ']],
    ['TH', 'THB', 'Asia/Bangkok', ['฿']],
    ['ID', 'IDR', 'Asia/Jakarta', ['Rp']],
    ['MY', 'MYR', 'Asia/Kuala_Lumpur', ['RM']],
    ['PH', 'PHP', 'Asia/Manila', ['₱']],
    ['SG', 'SGD', 'Asia/Singapore', ['S$']],
    ['BR', 'BRL', 'America/Sao_Paulo', ['R$']],
    ['MX', 'MXN', 'America/Mexico_City', ['MX$']],
    ['JP', 'JPY', 'Asia/Tokyo', ['¥', '￥', '円']],
    ['DE', 'EUR', 'Europe/Berlin', ['€']],
    ['FR', 'EUR', 'Europe/Paris', ['€']],
    ['IT', 'EUR', 'Europe/Rome', ['€']],
    ['ES', 'EUR', 'Europe/Madrid', ['€']],
    ['IE', 'EUR', 'Europe/Dublin', ['€']],
  ] as const
).map(([region, currency, zone, marks]) => ({
  region: v.parse(RegionSchema, region),
  currency: v.parse(CurrencyCodeSchema, currency),
  zone,
  marks,
}));

/** The place of a region; undefined for one that is not in the list. */
export function customsOf(region: Region | undefined): RegionCustoms | undefined {
  return regionCustoms.find((place) => place.region === region);
}

/** The places whose money is marked so, by its mark or its code. */
export function placesByMark(mark: string): readonly RegionCustoms[] {
  const wanted = mark.toLowerCase();
  return regionCustoms.filter(
    ({ currency, marks }) =>
      currency.toLowerCase() === wanted || marks.some((one) => one.toLowerCase() === wanted),
  );
}

/**
 * The currency of a mark. Of a mark that several use ($), the shop's own; undefined where that is
 * not known.
 */
export function currencyBy(mark: string, region: Region | undefined): CurrencyCode | undefined {
  const own = customsOf(region);
  if (mark === '$') return own?.currency;
  const currencies = new Set(placesByMark(mark).map(({ currency }) => currency));
  return currencies.size === 1 ? [...currencies][0] : undefined;
}

/** Every region whose files are read. */
export const exportRegions: readonly Region[] = regionCustoms.map(({ region }) => region);
