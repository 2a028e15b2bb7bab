import { failed, fault, ok } from '../../metrics/fault.ts';
import { now } from '../../platform/current-time.ts';
import { defaultSettings, type Settings } from '../../platform/settings.ts';
import type { pageVerbs } from '../../platform/verbs/page.ts';
import { availableDay } from '../../sources/seller-center/available-date.ts';
import { readObserved } from '../../sources/seller-center/observed.ts';
import { archives, shopArchive } from '../archives.ts';
import { noteSignedOut, refreshBadge } from '../badge.ts';
import { byItself } from '../by-itself.ts';
import { thisEra } from '../era.ts';
import { hearing } from '../hearing.ts';
import { goOnSignedIn } from '../history/reading.ts';
import { lastAnswers } from '../last-answers.ts';
import { rememberPage } from '../pages.ts';
import { noteFinalUpTo, noteRead, noteUnread } from '../reader-health.ts';
import type { HandlersOf } from '../router.ts';
import { rememberHost } from '../seller-host.ts';

/** How the panel stands; where the archive can't be opened, as at first, so that it shows and says why. */
async function panelState(): Promise<Settings['panel']> {
  const archive = await archives.open('shop');
  return (archive.ok ? await archive.value.settings() : defaultSettings).panel;
}

/** Answers the verbs of `platform/verbs/page.ts`. */
export const pageHandlers: HandlersOf<typeof pageVerbs> = {
  /** The launcher says where it is; the panel docked in the tab watches what is kept here. */
  'page.at': async ({ page, room }, { tab, host }) => {
    if (tab === undefined || host === undefined) return failed(fault('bad-message', 'no tab'));
    if (room !== undefined) hearing.note(room);
    await rememberPage(tab, { page, ...(room === undefined ? {} : { room }) });
    await rememberHost(host);
    return ok({ panel: await panelState() });
  },

  /** Archives a copy of what the page asked for itself. */
  'page.observed': async (observed, { host }) => {
    const at = now();
    const era = thisEra();
    lastAnswers.hold(observed.url, observed.request, observed.body);
    const finalUpTo = availableDay(observed);
    if (finalUpTo !== undefined) {
      void era.write(() => noteFinalUpTo(finalUpTo, at)).catch(() => undefined);
      return ok({ taken: true });
    }
    const read = readObserved({ ...observed, at });
    if (!read.ok) {
      if (read.fault.code === 'signed-out') await noteSignedOut(true);
      return read;
    }
    if (read.value === undefined) {
      void era.write(() => noteUnread(observed.url)).catch(() => undefined);
      return ok({ taken: false });
    }
    const { endpoint, part, ids, others } = read.value;
    hearing.note(part.room.id);
    void era.write(() => noteRead(endpoint, at, [part, ...others])).catch(() => undefined);
    const archive = await shopArchive();
    await era.write<unknown>(() =>
      others.length === 0
        ? archive.store(part, at, { endpoint, ids })
        : archive.storeAll([part, ...others], at),
    );
    hearing.note(part.room.id);
    await noteSignedOut(false);
    void byItself(() => goOnSignedIn(host));
    if (part.room.status !== undefined) await refreshBadge();
    return ok({ taken: true });
  },

  /** The seller used the launcher's own handles. */
  'page.panel': async (patch) => {
    const archive = await shopArchive();
    const { panel } = await archive.changeSettings((settings) => ({
      panel: { ...settings.panel, ...patch },
    }));
    return ok({ panel });
  },
};
