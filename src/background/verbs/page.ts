import { failed, fault, ok } from '../../metrics/fault.ts';
import { now } from '../../platform/current-time.ts';
import type { pageVerbs } from '../../platform/verbs/page.ts';
import { availableDay } from '../../sources/seller-center/available-date.ts';
import { readObserved } from '../../sources/seller-center/observed.ts';
import { shopArchive } from '../archives.ts';
import { currentGeneration } from '../data-generation.ts';
import { goOnSignedIn } from '../history/reading.ts';
import type { HandlersOf } from '../messaging/router.ts';
import { lastAnswers } from '../rooms/last-answers.ts';
import { pageActivity } from '../rooms/page-activity.ts';
import { pageWrites } from '../rooms/page-writes.ts';
import { noteFinalUpTo, noteRead, noteUnread } from '../rooms/reader-health.ts';
import { rememberHost } from '../rooms/seller-host.ts';
import { runIsolated } from '../run-isolated.ts';
import { noteSignedOut, refreshBadge } from '../tabs/badge.ts';
import { launcherWords } from '../tabs/launcher-words.ts';
import { rememberPage } from '../tabs/pages.ts';
import { changePanel, noteNoRoom, panelState } from '../tabs/panel-choice.ts';
import { tellPills } from '../tabs/pills.ts';

/** Answers the verbs of `platform/verbs/page.ts`. */
export const pageHandlers: HandlersOf<typeof pageVerbs> = {
  /** The launcher says where it is; the panel docked in the tab watches what is kept here. */
  'page.at': async ({ page, room }, { tab, host }) => {
    if (tab === undefined || host === undefined) return failed(fault('bad-message', 'no tab'));
    if (room !== undefined) pageActivity.note(room);
    await rememberPage(tab, { page, ...(room === undefined ? {} : { room }) });
    await rememberHost(host);
    // Behind the answer, which the page waits for.
    if (room !== undefined) void runIsolated(() => tellPills(room, tab));
    const [panel, words] = await Promise.all([panelState(page), launcherWords()]);
    return ok({ panel, words });
  },

  /** Archives a copy of what the page asked for itself. */
  'page.observed': async (observed, { host }) => {
    const at = now();
    const generation = currentGeneration();
    lastAnswers.hold(observed.url, observed.request, observed.body);
    const finalUpTo = availableDay(observed);
    if (finalUpTo !== undefined) {
      void generation.write(() => noteFinalUpTo(finalUpTo, at)).catch(() => undefined);
      return ok({ taken: true });
    }
    const read = readObserved({ ...observed, at });
    if (!read.ok) {
      if (read.fault.code === 'signed-out') await noteSignedOut(true);
      return read;
    }
    if (read.value === undefined) {
      void generation.write(() => noteUnread(observed.url)).catch(() => undefined);
      return ok({ taken: false });
    }
    const { endpoint, part, ids, others } = read.value;
    pageActivity.note(part.room.id);
    void generation.write(() => noteRead(endpoint, at, [part, ...others])).catch(() => undefined);
    const archive = await shopArchive();
    await pageWrites.write(() =>
      generation.write<unknown>(() =>
        others.length === 0
          ? archive.store(part, at, { endpoint, ids })
          : archive.storeAll([part, ...others], at),
      ),
    );
    pageActivity.note(part.room.id);
    await noteSignedOut(false);
    void runIsolated(() => goOnSignedIn(host));
    if (part.room.status !== undefined) await refreshBadge();
    return ok({ taken: true });
  },

  /** The seller used the launcher's own handles. */
  'page.panel': async ({ page, choice }) => ok({ panel: await changePanel(page, choice) }),

  /** What the seller chose stays: of a panel that is to stand beside the page in any case nothing is kept. */
  'page.no-room': async ({ page }) => ok({ panel: await noteNoRoom(page) }),
};
