import type { RoomInfo } from '../metrics/session.ts';

/** Who streamed, as people call them: the handle with its sign, else the name. */
export function creatorName({ creator }: RoomInfo): string | undefined {
  return creator?.handle === undefined ? creator?.name : `@${creator.handle.replace(/^@/, '')}`;
}
