import type { RoomInfo } from '../metrics/session.ts';

/** Who streamed, as people call them: the handle with its sign, else the name. */
export function creatorName({ creator }: Pick<RoomInfo, 'creator'>): string | undefined {
  return creator?.handle === undefined ? creator?.name : `@${creator.handle.replace(/^@/, '')}`;
}
