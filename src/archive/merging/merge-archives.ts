import { isNameless } from '../../metrics/live/nameless.ts';
import type { Session } from '../../metrics/session.ts';
import type { Merged } from '../../metrics/snapshot.ts';
import { now } from '../../platform/current-time.ts';
import { joinArrived } from '../imports/arrivals.ts';
import { mergeBoard } from './merge-board.ts';
import { mergeFeedsAndLog } from './merge-feeds.ts';
import { mergeImports } from './merge-imports.ts';
import { mergeMeasures } from './merge-measures.ts';
import { dropTakenBack, mergeRooms } from './merge-rooms.ts';
import { mergeSettings } from './merge-settings.ts';
import type { MergedPair } from './merged-pair.ts';

/**
 * Lays an archive over what a snapshot has, so that nothing of either is lost: each field of a LIVE
 * from the answer that is newer, all revisions, everything on either board, every plan, every note
 * on a LIVE and what was measured of each recording. Where the two say different things of one thing of the seller's own, what is here now
 * stands, and words of both are kept as far as there is room. `finish` works out what follows from a LIVE's answers.
 */
export async function mergeArchives(
  pair: MergedPair,
  finish: (session: Session) => Session,
): Promise<Merged> {
  // Imports first: which of them were taken back decides what of files counts.
  const undone = await mergeImports(pair);
  const rooms = await mergeRooms(pair, { undone, finish });
  const kept = await mergeBoard(pair);
  await mergeMeasures(pair);
  const added = await dropTakenBack(pair, rooms.added, { undone, finish });
  await mergeSettings(pair);
  await mergeFeedsAndLog(pair);
  const real = rooms.ids.filter((id) => !isNameless(id));
  await joinArrived(pair.base, real, { at: now(), finish });
  return { added, completed: rooms.completed, kept };
}
