import * as v from 'valibot';
import { isAddress } from '../../metrics/address.ts';
import { isSupportedAddress } from '../../platform/hosts.ts';
import { limits } from './limits.ts';
import { HOSTILE } from './problem.ts';

/**
 * An address that may be loaded or opened: https, without a name and password, free of odd characters,
 * and not of Seller Center, which the browser would ask with the seller's own sign-in.
 */
export function isSafeAddress(text: string): boolean {
  if (!/^https:\/\/[^\s<>"'`\\\p{C}]+$/u.test(text) || !isAddress(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  const named = protocol === 'https:' && username === '' && password === '';
  // A host's name may end in a dot and is the same host.
  return named && !isSupportedAddress(`https://${hostname.replace(/\.+$/, '')}/`);
}

export const AddressSchema = v.pipe(
  v.string(),
  v.maxLength(limits.address),
  v.startsWith('https://', HOSTILE),
  v.check(isSafeAddress, HOSTILE),
);

/** Folders and a file name of plain characters: no scheme, no host, no way up, nothing hidden. */
const plainPath = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/){0,8}[A-Za-z0-9_-][A-Za-z0-9._-]*\.json$/;

/** Where a slice lies, seen from the index. */
export const PathSchema = v.pipe(v.string(), v.maxLength(limits.path), v.regex(plainPath, HOSTILE));

/**
 * The address of a slice.
 *
 * @param index the address of index.json
 * @param path a path that the index names, read by `readIndex`
 */
export function sliceAddress(index: string, path: string): string {
  return new URL(path, index).href;
}
