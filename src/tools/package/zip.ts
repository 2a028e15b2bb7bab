import { zipSync } from 'fflate';

/** The oldest day that a zip can hold, by whichever clock: it keeps the time of day without a zone. */
const MADE = '1980-01-01T12:00:00';

/**
 * Files as a zip, which depends on their paths and on what they hold alone: not on the order in which they come, on when
 * they were written or by whom. The packer is no part of Node, so that another version of that makes no other file.
 */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { mtime: MADE, level: 9 });
}
