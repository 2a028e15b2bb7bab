import * as v from 'valibot';
import { failed, fault, ok, type Result } from '../../metrics/fault.ts';
import type { UnixMs } from '../../metrics/time.ts';
import {
  type FeedIndex,
  FeedIndexSchema,
  type FirstIndex,
  FirstIndexSchema,
  INDEX_FORMAT,
} from './index-schema.ts';
import { limits } from './limits.ts';
import { readFile } from './read.ts';
import { isInFuture } from './values.ts';
import { FEED_VERSION } from './version.ts';

/**
 * Reads `index.json`. Unknown fields are ignored, so that later additions can be read.
 *
 * @param text as it came from the feed's address; the client stops downloading at `limits.indexBytes`
 * @param now by which times in the future are refused
 */
export function readIndex(text: string, now: UnixMs): Result<FeedIndex> {
  const read = readFile(text, {
    format: INDEX_FORMAT,
    most: limits.indexBytes,
    schema: v.variant('version', [FeedIndexSchema, FirstIndexSchema]),
  });
  if (!read.ok) return read;
  const { publisher, slices, ...rest } = inSecondVersion(read.value);
  if (isInFuture(rest.updatedAt, now)) return failed(fault('feed-absurd', 'updatedAt'));
  if (slices.some(({ day }) => isInFuture(Date.parse(day) / 1000, now)))
    return failed(fault('feed-absurd', 'slices.day'));
  const names = new Set(
    slices.map(({ region, category, basis, day }) => `${region} ${category} ${basis} ${day}`),
  );
  if (names.size < slices.length) return failed(fault('feed-malformed', 'slices: one named twice'));
  return ok({ ...rest, ...(publisher ? { publisher } : {}), slices });
}

/** An index of version 1 says what version 2 has in its place, or holds slices of attributed money alone. */
function inSecondVersion(index: FeedIndex | FirstIndex): FeedIndex {
  if (index.version === FEED_VERSION) return index;
  const { successor, slices, ...head } = index;
  return {
    ...head,
    version: FEED_VERSION,
    ...(successor?.openApi && { openApi: successor.openApi }),
    slices: successor?.slices ?? slices.map((entry) => ({ ...entry, basis: 'attributed' })),
  };
}
