import { spanOf } from '../../metrics/live/length.ts';
import type { LeftOut, OwnLives } from '../../metrics/live/own.ts';
import type { ListedRoom } from '../../metrics/room-record.ts';

/** A LIVE that a seller may count in or leave out, and why it is left out if it is. */
export interface ListedLive {
  readonly live: ListedRoom;
  readonly reason?: LeftOut;
}

/** The LIVEs that ended, as only they can tell what is usual; those left out first, each newest first. */
export function listedLives({ own, leftOut }: OwnLives<ListedRoom>): readonly ListedLive[] {
  const isOver = ({ live }: ListedLive): boolean => spanOf(live.room) !== undefined;
  return [...leftOut, ...own.map((live) => ({ live }))].filter(isOver);
}
