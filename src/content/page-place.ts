import { roomIdPattern } from '../metrics/room-id-pattern.ts';
import { type PageKind, pageKindNames, pageKinds } from '../platform/page-kinds.ts';

/** Where the launcher is. */
export interface PagePlace {
  readonly page: PageKind;
  readonly room?: string;
}

/** What page an address leads to, and the room it names; undefined for pages of no known kind. */
export function pagePlaceOf(address: string): PagePlace | undefined {
  const { pathname, searchParams } = new URL(address);
  const page = pageKindNames.find((kind) => `${pathname}/`.startsWith(`${pageKinds[kind]}/`));
  if (page === undefined) return undefined;
  const room = searchParams.get('room_id');
  return room !== null && roomIdPattern.test(room) ? { page, room } : { page };
}
