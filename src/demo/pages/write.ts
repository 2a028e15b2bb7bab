import { number, text } from './json.ts';

const counts = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const percents = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 2 });
const differences = new Intl.NumberFormat('en', {
  style: 'percent',
  maximumFractionDigits: 0,
  signDisplay: 'exceptZero',
});

/** A count; undefined when it is missing. */
export const writtenCount = (value: unknown): string | undefined => written(value, counts);
/** A share as percent. */
export const writtenPercent = (value: unknown): string | undefined => written(value, percents);
/** A relative difference with its sign. */
export const difference = (value: unknown): string | undefined => written(value, differences);
/** Money as the answer formatted it. */
export const writtenMoney = (value: unknown): string | undefined => text(value, 'amount_formatted');

const tenths = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** Seconds as `1h 2m`, `2m 3s` or `3.4s`, rounded as the panel rounds them. */
export function length(value: unknown): string | undefined {
  const all = number(value);
  if (all === undefined) return undefined;
  if (all < 59.95) return `${tenths.format(all)}s`;
  const seconds = Math.round(all);
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m ${seconds % 60}s`;
  const minutes = Math.round(all / 60);
  return `${Math.floor(minutes / 60)}h ${minutes % 60}m`;
}

/** The sample shop's zone; every page says so. */
const SHOP_ZONE = 'America/Los_Angeles';

/** Unix seconds as day and time, or as time alone, by the shop's clock. */
export function moment(value: unknown, timeOnly = false): string | undefined {
  const at = number(value);
  if (at === undefined) return undefined;
  return new Intl.DateTimeFormat('en', {
    timeZone: SHOP_ZONE,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    ...(timeOnly ? {} : { day: 'numeric', month: 'short' }),
  }).format(at * 1000);
}

function written(value: unknown, format: Intl.NumberFormat): string | undefined {
  const read = number(value);
  return read === undefined ? undefined : format.format(read);
}
