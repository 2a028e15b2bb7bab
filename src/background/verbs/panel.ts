import type { Which } from '../../archive/names.ts';
import { failure } from '../../archive/storage-error.ts';
import { ok, type Result } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { present } from '../../metrics/present.ts';
import { browser } from '../../platform/browser.ts';
import type { LauncherCommand } from '../../platform/protocol.ts';
import type { PanelOpening, PanelPlace, panelVerbs } from '../../platform/verbs/panel.ts';
import { archiveOf } from '../archives.ts';
import type { HandlersOf } from '../messaging/router.ts';
import type { Sender } from '../messaging/sender.ts';
import { latestKept } from '../rooms/latest-kept.ts';
import { pageWrites } from '../rooms/page-writes.ts';
import { pageOf } from '../tabs/pages.ts';
import { changePanel } from '../tabs/panel-choice.ts';
import { archiveHandlers } from './archive.ts';
import { historyHandlers } from './history.ts';
import { pinnedHandlers } from './pinned.ts';
import { planHandlers } from './plan.ts';

type Handled = HandlersOf<typeof panelVerbs>;

async function placeOf({ tab, framed }: Sender): Promise<PanelPlace> {
  if (tab === undefined || !framed) return { docked: false };
  return { docked: true, ...(await pageOf(tab)) };
}

const whichOf = (settings: Result<{ readonly sample: boolean }>): Which =>
  settings.ok && settings.value.sample ? 'sample' : 'shop';

const open: Handled['panel.open'] = async ({ room }, sender) => {
  const [place, settings] = await Promise.all([
    placeOf(sender).then((found): Result<PanelPlace> => ok(found), failure),
    archiveHandlers['archive.settings']({ which: 'shop' }, sender).catch(failure),
  ]);
  const which = whichOf(settings);
  const onPage = which === 'shop' && place.ok ? place.value.room : undefined;
  const named = onPage ?? room;
  const [list, live] = await Promise.all([
    archiveHandlers['archive.near'](present({ which, room: named }), sender).catch(failure),
    liveOf(which, named, sender),
  ]);
  return ok(present({ place, settings, which, named, list, live }));
};

/** Whether a panel draws a LIVE of what it is answered; one that knows none yet waits for what its page shows. */
const showsLive = (opened: Awaited<ReturnType<Handled['panel.open']>>): boolean =>
  opened.ok &&
  opened.value.live?.session.ok === true &&
  opened.value.live.session.value.session !== undefined;

/** A LIVE as it is kept: the one that is named, else the latest. */
async function liveOf(
  which: Which,
  named: RoomId | undefined,
  sender: Sender,
): Promise<PanelOpening['live']> {
  const id = named ?? (await latestIn(which));
  if (id === undefined) return undefined;
  const [session, record] = await Promise.all([
    archiveHandlers['archive.session']({ which, room: id }, sender).catch(failure),
    archiveHandlers['archive.room']({ which, room: id }, sender).catch(failure),
  ]);
  return { id, session, record };
}

/** Where it can't be read, the panel finds that out with the list. */
async function latestIn(which: Which): Promise<RoomId | undefined> {
  const latest = archiveOf(which).then(latestKept);
  return (await latest.catch(() => undefined))?.id;
}

const kept: Handled['panel.kept'] = async (_request, sender) => {
  const settings = archiveHandlers['archive.settings']({ which: 'shop' }, sender);
  const which = whichOf(await settings.catch(failure));
  const [pinned, plans, upgrade, history] = await Promise.all([
    pinnedHandlers['pinned.list']({ which }, sender).catch(failure),
    planHandlers['plan.list']({ which }, sender).catch(failure),
    archiveHandlers['archive.upgrade']({}, sender).catch(failure),
    historyHandlers['history.progress']({}, sender).catch(failure),
  ]);
  return ok({ which, pinned, plans, upgrade, history });
};

/** Answers the verbs of `platform/verbs/panel.ts`. */
export const panelHandlers: Handled = {
  /** What a panel needs before its first figures. */
  'panel.open': (request, sender) => pageWrites.waitFor(open(request, sender), showsLive),

  /** What the seller keeps beside LIVEs, and what the worker is at. */
  'panel.kept': kept,

  /** Changes how the panel stands, and has the launcher of its tab follow. */
  'panel.set': async (choice, { tab }) => {
    const page = tab === undefined ? undefined : (await pageOf(tab))?.page;
    const panel = await changePanel(page, choice);
    if (tab !== undefined) {
      const order: LauncherCommand = { app: 'live-diagnosis', order: 'panel', panel };
      // A tab without a launcher has no docked panel to move.
      await browser.tabs.sendMessage(tab, order).catch(() => undefined);
    }
    return ok({ panel });
  },
};
