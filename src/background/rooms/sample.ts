import type { Archive } from '../../archive/types.ts';
import { failed, fault, ok, type Result } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { DAY_MS, type UnixMs, unixMs } from '../../metrics/time.ts';
import { browser } from '../../platform/browser.ts';
import { now } from '../../platform/current-time.ts';
import type { Fetched } from '../../platform/verbs/room.ts';
import { type SampleShop, sampleShop } from '../../sources/sample/index.ts';
import { sampleArchive } from '../archives.ts';
import { createJobs } from './jobs.ts';

const KEY = 'sampleOpened';
/** After a day the shop is opened anew, so that one of its LIVEs is always running. */

const stocking = createJobs<Archive>(1);
let shop: { readonly opened: UnixMs; readonly shop: SampleShop } | undefined;

/** The sample shop's archive with its LIVEs in it, as of now; without any network. */
export function stockedSample(): Promise<Archive> {
  return stocking.run('sample', async () => {
    const archive = await sampleArchive();
    const at = now();
    const opened = await openedAt();
    const current = opened !== undefined && at - opened < DAY_MS ? opened : at;
    if (current === opened && (await archive.newestRooms(1)).length > 0) {
      await storeRunning(archive, opened, at);
      return archive;
    }
    if (opened !== undefined) await storeRunning(archive, opened, at);
    const sessions = shopAt(current, at).rooms.map(({ session }) => session);
    await archive.storeAll(sessions, at);
    await browser.storage.local.set({ [KEY]: current });
    return archive;
  });
}

/** A room of the sample shop, its figures as of now; `unknown-room` where the shop has no such room. */
export async function refreshSampleRoom(room: RoomId): Promise<Result<Fetched>> {
  const archive = await stockedSample();
  const known = await archive.room(room);
  if (known === undefined) return failed(fault('unknown-room', 'sample'));
  return ok({ room, outcome: known.room.status === 'live' ? 'updated' : 'fresh', missing: [] });
}

/** The LIVE on air goes on, and ends like any other. */
async function storeRunning(archive: Archive, opened: UnixMs, at: UnixMs): Promise<void> {
  const [running] = shopAt(opened, at).rooms;
  if (running !== undefined) await archive.store(running.session, at);
}

/** Making a shop takes a few hundred milliseconds; looking at it later is quick. */
function shopAt(opened: UnixMs, at: UnixMs): SampleShop {
  if (shop?.opened !== opened)
    shop = { opened, shop: sampleShop({ now: opened, opened, replays: 'film' }) };
  return shop.shop.at(at);
}

async function openedAt(): Promise<UnixMs | undefined> {
  const stored = await browser.storage.local.get(KEY);
  const opened = stored[KEY];
  return typeof opened === 'number' && Number.isFinite(opened) ? unixMs(opened) : undefined;
}
