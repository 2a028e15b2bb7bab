import { isAddress } from '../../metrics/address.ts';
import type { Observed } from '../../platform/observed.ts';
import { openEnvelope } from './envelope.ts';
import { isRecord, parseNumber } from './fields.ts';

const PATH = /^\/api\/v\d+\/insights\/seller\/shop\/data\/available\/date$/;
const BASE = 'https://page.invalid';

/** A day of the shop, as in 2026-09-13. */
export type IsoDay = string;

/**
 * The day up to which Seller Center says its figures are final: of its modules the earliest, since nothing
 * says which of them holds those of LIVEs. The page asks for it by itself. Undefined for every other answer,
 * and where it can't be read.
 */
export function availableDay({ url, status, body }: Observed): IsoDay | undefined {
  if (!isAddress(url, BASE)) return undefined;
  const { href, pathname } = new URL(url, BASE);
  if (!PATH.test(pathname)) return undefined;
  const opened = openEnvelope({ status, url: href, body });
  const modules = opened.ok ? opened.value.data.module_name_to_available_date_map : undefined;
  if (!isRecord(modules)) return undefined;
  const days = Object.values(modules).flatMap((module) =>
    isRecord(module) ? (dayOf(module.available_date) ?? []) : [],
  );
  return days.toSorted()[0];
}

/** A day that is written out, with or without its marks, or as unix seconds. */
function dayOf(value: unknown): IsoDay | undefined {
  const text = typeof value === 'number' ? `${value}` : value;
  if (typeof text !== 'string') return undefined;
  const [, year, month, day] = /^(\d{4})[-/]?(\d\d)[-/]?(\d\d)(?:\D|$)/.exec(text) ?? [];
  const written = year === undefined ? undefined : `${year}-${month}-${day}`;
  if (written !== undefined) return isDay(written) ? written : undefined;
  const unix = parseNumber(text);
  return unix !== undefined && unix >= 1e9 && unix < 1e11
    ? new Date(unix * 1000).toISOString().slice(0, 10)
    : undefined;
}

/** Whether there is such a day: there is no 30th of February. */
function isDay(written: string): boolean {
  const at = Date.parse(`${written}T00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(written);
}
