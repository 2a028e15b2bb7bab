import type { Archive } from '../../archive/types.ts';
import { ok } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { latestOf } from '../../metrics/live/latest.ts';
import { browser } from '../../platform/browser.ts';
import { now } from '../../platform/current-time.ts';
import { packRooms } from '../../platform/packed-rooms.ts';
import type { LauncherCommand, ParsedRequest } from '../../platform/protocol.ts';
import { defaultSettings, type Settings } from '../../platform/settings.ts';
import type { PanelOpening, PanelPlace, panelVerbs } from '../../platform/verbs/panel.ts';
import { archiveOf, archives, shopArchive } from '../archives.ts';
import { keptHistory } from '../history/kept.ts';
import { progressOf } from '../history/steps.ts';
import type { HandlersOf } from '../messaging/router.ts';
import type { Sender } from '../messaging/sender.ts';
import { pageOf } from '../tabs/pages.ts';

/** The panel's state with a change; where the archive can't be opened the change holds, but isn't kept. */
async function kept(patch: ParsedRequest<'panel.set'>): Promise<Settings['panel']> {
  const archive = await archives.open('shop');
  if (!archive.ok) return { ...defaultSettings.panel, ...patch };
  const { panel } = await archive.value.changeSettings((settings) => ({
    panel: { ...settings.panel, ...patch },
  }));
  return panel;
}

async function placeOf({ tab, framed }: Sender): Promise<PanelPlace> {
  if (tab === undefined || !framed) return { docked: false };
  return { docked: true, ...(await pageOf(tab)) };
}

async function liveIn(archive: Archive, room: RoomId): Promise<NonNullable<PanelOpening['live']>> {
  const [session, record] = await Promise.all([archive.session(room), archive.room(room)]);
  return {
    room,
    ...(session === undefined ? {} : { session }),
    ...(record === undefined ? {} : { record }),
  };
}

/** Answers the verbs of `platform/verbs/panel.ts`. */
export const panelHandlers: HandlersOf<typeof panelVerbs> = {
  /** The answers to all that a panel asks for when it opens, of what is archived. */
  'panel.open': async ({ room: named }, sender) => {
    const shop = await shopArchive();
    const [settings, place, upgrade, history] = await Promise.all([
      shop.settings(),
      placeOf(sender),
      shop.upgrade(),
      keptHistory(),
    ]);
    const which = settings.sample ? 'sample' : 'shop';
    const archive = await archiveOf(which);
    const [rooms, pinned, plans] = await Promise.all([
      archive.rooms(),
      archive.pinned(),
      archive.plans(),
    ]);
    const here = which === 'sample' ? undefined : place.room;
    const room = here ?? named ?? latestOf(rooms, now())?.id;
    return ok({
      which,
      settings,
      place,
      rooms: packRooms(rooms),
      ...(room === undefined ? {} : { live: await liveIn(archive, room) }),
      pinned,
      plans,
      ...(upgrade === undefined ? {} : { upgrade }),
      ...(history === undefined ? {} : { progress: progressOf(history, now()) }),
    });
  },

  /** Where the asking panel stands. */
  'panel.place': async (_request, sender) => ok(await placeOf(sender)),

  /** Changes how the panel stands, and has the launcher of its tab follow. */
  'panel.set': async (patch, { tab }) => {
    const panel = await kept(patch);
    if (tab !== undefined) {
      const order: LauncherCommand = { app: 'live-diagnosis', order: 'panel', panel };
      // A tab without a launcher has no docked panel to move.
      await browser.tabs.sendMessage(tab, order).catch(() => undefined);
    }
    return ok({ panel });
  },
};
