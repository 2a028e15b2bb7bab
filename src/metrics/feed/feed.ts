import * as v from 'valibot';
import { isAddress } from '../address.ts';
import type { Fault } from '../fault.ts';
import type { UnixMs } from '../time.ts';
import type { CategorySlice, Day } from './category-slice.ts';

/** The address of a benchmark feed's index: https, without a user's name, a password or a fragment. */
export const FeedAddressSchema = v.pipe(
  v.string(),
  v.maxLength(1_000),
  v.startsWith('https://'),
  v.check(isPlainAddress),
  v.brand('FeedAddress'),
);
export type FeedAddress = v.InferOutput<typeof FeedAddressSchema>;

/** A feed by the names that are shown wherever its figures are. */
export interface FeedName {
  readonly address: FeedAddress;
  readonly name: string;
  /** True for simulated figures: whatever shows them must say so. */
  readonly simulated: boolean;
}

/** A benchmark feed that the seller added. */
export interface Feed extends FeedName {
  readonly publisher?: string;
  readonly addedAt: UnixMs;
  /** When the feed last answered well. */
  readonly checkedAt: UnixMs;
  /** Why the last question failed; what was known before stands. */
  readonly fault?: Fault;
  /** How many regions, categories and days its index names. */
  readonly regions: number;
  readonly categories: number;
  readonly days: number;
  readonly newest?: Day;
}

/** What a feed says of the wanted region and category. */
export interface FeedSlice {
  readonly feed: FeedName;
  readonly slice: CategorySlice;
  /** When the feed last said so. */
  readonly checkedAt: UnixMs;
  /** Whether it is older than the feed promises; it is being asked for anew then. */
  readonly stale: boolean;
  /** Why the last question failed. */
  readonly fault?: Fault;
}

/**
 * A feed that has nothing to say of the wanted region and category: it doesn't cover them
 * (`not-covered`), the region isn't known and the currency has several (`no-region`), it is being
 * asked for the first time (`asking`), or it could not be read (`failed`).
 */
export interface FeedLack {
  readonly feed: FeedName;
  readonly reason: 'not-covered' | 'no-region' | 'asking' | 'failed';
  readonly fault?: Fault;
}

/** Names as they are registered; browsers differ in what else they take for a host. */
const plainHost = /^(?:localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)+)$/;

function isPlainAddress(address: string): boolean {
  if (!isAddress(address)) return false;
  const { protocol, hostname, username, password, hash, href } = new URL(address);
  return (
    protocol === 'https:' &&
    plainHost.test(hostname) &&
    username === '' &&
    password === '' &&
    hash === '' &&
    href === address
  );
}

/**
 * Reads a feed's address out of what a person typed, `https://` added where it is missing, and
 * `index.json` to a folder; undefined when it is none.
 */
export function parseFeedAddress(text: string): FeedAddress | undefined {
  const trimmed = text.trim();
  const full = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!isAddress(full)) return undefined;
  const url = new URL(full);
  if (url.pathname.endsWith('/')) url.pathname += 'index.json';
  // A mark with nothing behind it would make another address of the same feed.
  if (url.search === '') url.search = '';
  if (url.hash === '') url.hash = '';
  const read = v.safeParse(FeedAddressSchema, url.href);
  return read.success ? read.output : undefined;
}

/** The origin whose permission a feed needs, as a match pattern; ports don't stand in patterns. */
export function originPattern(address: FeedAddress): string {
  return `https://${new URL(address).hostname}/*`;
}
