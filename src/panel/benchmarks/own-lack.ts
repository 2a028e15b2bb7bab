import type { LiveCategory } from '../../metrics/live/category.ts';
import type { ListedRoom } from '../../metrics/room-record.ts';

/**
 * Why none of the seller's own LIVEs stands among those to learn from, as far as it is known. `reading`: they are being
 * read. `unreadable`: the archive couldn't read them. `none`: there is none that could be compared. `bare`: of those
 * that belong here no GMV per hour is known, or not when they ran. `open`: of so many it isn't known yet of which
 * category they are. `unread`: none was read, whatever category. `other`: all are of other categories.
 */
export type OwnLack =
  | { readonly kind: 'reading' | 'unreadable' | 'none' | 'bare' | 'unread' | 'other' }
  | { readonly kind: 'open'; readonly count: number };

/**
 * @param near own LIVEs that might serve but for what is known of them
 * @param category of the LIVE in view
 * @param list whether the figures that are kept of them were read, or couldn't be
 * @param isReading whether Seller Center is being asked for them
 */
export function ownLackOf({
  near,
  category,
  categoryOf,
  list,
  isReading,
}: {
  readonly near: readonly ListedRoom[];
  readonly category: LiveCategory['id'];
  readonly categoryOf: (record: ListedRoom) => LiveCategory;
  readonly list: 'reading' | 'unreadable' | 'known';
  readonly isReading: boolean;
}): OwnLack {
  if (list !== 'known') return { kind: list };
  if (near.length === 0) return { kind: isReading ? 'reading' : 'none' };
  const isOpen = (record: ListedRoom): boolean => {
    if (record.fetchedAt === undefined || category === undefined)
      return record.fetchedAt === undefined;
    const { from } = categoryOf(record);
    // What holds for a whole shop holds for a LIVE whose products are known not to say otherwise.
    return from === 'unknown' || (from === 'shop' && record.topProduct === undefined);
  };
  const count = near.filter(isOpen).length;
  if (isReading && count > 0) return { kind: 'reading' };
  const belongs = (record: ListedRoom): boolean =>
    !isOpen(record) && (category === undefined || categoryOf(record).id === category);
  // With a GMV per hour and its times known it would be among them.
  if (near.some(belongs)) return { kind: 'bare' };
  if (category === undefined) return { kind: 'unread' };
  return count > 0 ? { kind: 'open', count } : { kind: 'other' };
}
