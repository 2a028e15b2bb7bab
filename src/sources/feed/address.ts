import * as v from 'valibot';
import { limits } from './limits.ts';
import { HOSTILE } from './problem.ts';

/** An address that may be loaded or opened: https, without a name and password, free of odd characters. */
export function isSafeAddress(text: string): boolean {
  if (!/^https:\/\/[^\s<>"'`\\\p{C}]+$/u.test(text) || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === 'https:' && username === '' && password === '';
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
