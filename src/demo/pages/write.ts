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

/** Seconds as `1h 2m 3s`. */
export function length(value: unknown): string | undefined {
  const all = number(value);
  if (all === undefined) return undefined;
  const seconds = Math.round(all);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (hours > 0) return `${hours}h ${minutes}m`;
  return minutes > 0 ? `${minutes}m ${seconds % 60}s` : `${seconds}s`;
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
