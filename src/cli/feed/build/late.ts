import { isDeepStrictEqual } from 'node:util';
import type { CategorySlice } from '../../../metrics/feed/category-slice.ts';
import { DAY_SECONDS } from '../../../metrics/time.ts';
import type { FeedDatabase } from '../database.ts';
import { groupOf } from '../group.ts';
import { endOfDay } from './calendar.ts';
import type { Published } from './published.ts';
import { sliceOf } from './slice.ts';

/**
 * The regions and categories whose last published day would be another one by the sessions that are
 * there now, because some came late, went, or were read again. What came or went since is then not
 * known, so the next day could tell of a single shop by its difference from that one. A day that
 * can't be read any more can't be compared, and counts as another.
 */
export async function changedSince(
  database: FeedDatabase,
  published: Published,
): Promise<Set<string>> {
  const last = published.last();
  const changed = new Set(last.map(groupOf));
  const slices = last.flatMap((entry) => published.slice(groupOf(entry), entry.day) ?? []);
  const frames = new Map(slices.map(({ day, window }) => [`${day} ${window}`, { day, window }]));
  for (const { day, window } of frames.values()) {
    const heads = await database.turnTo(endOfDay(day), window * DAY_SECONDS);
    const spreads = await database.spreads();
    for (const slice of slices) {
      if (slice.day !== day || slice.window !== window) continue;
      const group = groupOf(slice);
      const head = heads.find((one) => groupOf(one) === group);
      if (head === undefined) continue;
      const shown = spreads.filter(
        (spread) => groupOf(spread) === group && Object.hasOwn(slice.metrics, spread.metric),
      );
      const again = sliceOf(head, shown, [], { day, window, simulated: slice.simulated === true });
      if (isSame(slice, again)) changed.delete(group);
    }
  }
  return changed;
}

/** Rooms are named by consent, and what isn't taken of an older version by its version: neither tells of sessions. */
function isSame(slice: CategorySlice, again: CategorySlice): boolean {
  const { leftOut: _, ...told } = slice;
  return isDeepStrictEqual({ ...told, rooms: [] }, { ...again, rooms: [] });
}
