import { failed, fault, ok } from '../../metrics/fault.ts';
import { present } from '../../metrics/present.ts';
import type { roomVerbs } from '../../platform/verbs/room.ts';
import { shopArchive } from '../archives.ts';
import type { HandlersOf } from '../messaging/router.ts';
import { readAwaited } from '../rooms/awaited-lives.ts';
import { findRooms } from '../rooms/find-rooms.ts';
import { latestKept } from '../rooms/latest-kept.ts';
import { refreshSampleRoom, stockedSample } from '../rooms/sample.ts';
import { readReplayAddress, refreshRoom, refreshRooms } from '../rooms/seller-center.ts';
import { runIsolated } from '../run-isolated.ts';
import { keepVerdict } from '../tabs/kept-verdicts.ts';
import { pageOf } from '../tabs/pages.ts';
import { tellPills } from '../tabs/pills.ts';
import { verdictGround } from '../tabs/verdict-ground.ts';

const exploringSample = async (): Promise<boolean> =>
  (await (await shopArchive()).settings()).sample;

/** Answers the verbs of `platform/verbs/room.ts`. */
export const roomHandlers: HandlersOf<typeof roomVerbs> = {
  /** Makes sure a room is as fresh as the caching table asks. */
  'room.fetch': async ({ room, force = false }, sender) => {
    if (await exploringSample()) return refreshSampleRoom(room);
    const { tab, host, framed } = sender;
    const page = tab === undefined || !framed ? undefined : await pageOf(tab);
    return refreshRoom({ room, force, host, onItsPage: page?.room === room });
  },

  /** Asks anew where a replay is; the sample shop's films stay where they are. */
  'room.replay': async ({ room }, { host }) => {
    if (await exploringSample()) return ok({});
    const read = await readReplayAddress(room, host);
    if (!read.ok) return read;
    const { replayUrl: url } = (await (await shopArchive()).session(room))?.room ?? {};
    return ok(present({ url }));
  },

  /** Reads the list of LIVEs anew. */
  'rooms.fetch': async (_request, { host }) => {
    if (!(await exploringSample())) {
      const listed = await refreshRooms(host);
      // The list may tell of a LIVE that a plan waits for; nobody waits for its figures here.
      if (listed.ok) void runIsolated(() => readAwaited(host));
      return listed;
    }
    const rooms = await (await stockedSample()).rooms();
    return ok({ rooms: rooms.length });
  },

  /** Keeps a verdict for the closed panel's tab, which says it at once; none that figures have overtaken. */
  'room.verdict': async ({ room, ...kept }) => {
    const archive = await shopArchive();
    const record = await archive.room(room);
    if (record === undefined || kept.ground !== (await verdictGround(archive, record)))
      return ok({});
    await keepVerdict(room, kept);
    await tellPills(room);
    return ok({});
  },

  /** The LIVEs that words find. */
  'room.find': async ({ which, typed }) => ok(await findRooms(which, typed)),

  /** The room to show first: of those archived, at once; where there are none, of those listed now. */
  'room.latest': async (_request, { host }) => {
    const sample = await exploringSample();
    const archive = await (sample ? stockedSample() : shopArchive());
    const known = await latestKept(archive);
    if (known !== undefined) return ok({ room: known.id });
    if (sample) return failed(fault('no-rooms'));
    const listed = await refreshRooms(host);
    if (!listed.ok) return listed;
    const found = await latestKept(archive);
    return found === undefined ? failed(fault('no-rooms')) : ok({ room: found.id });
  },
};
