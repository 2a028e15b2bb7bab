import { hearNews } from '../../archive/news.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { changesAll } from '../../platform/archive-news.ts';
import { browser } from '../../platform/browser.ts';
import type { PillSays } from '../../platform/pill.ts';
import type { LauncherCommand } from '../../platform/protocol.ts';
import { readerWords } from '../../platform/reader-words.ts';
import { archives } from '../archives.ts';
import { runIsolated } from '../run-isolated.ts';
import { createDueVerdicts } from './due-verdicts.ts';
import { forgetVerdicts, forgetVerdictsAfter, keptVerdict } from './kept-verdicts.ts';
import { pageOf, pageTabs } from './pages.ts';
import { pillWords } from './pill-words.ts';
import { verdictGround } from './verdict-ground.ts';

/**
 * What the closed panel's tab says of a LIVE: from what is kept alone, so that nothing is asked for it. Nothing of
 * LIVEs that run, that nothing is known of, or that a feed would have to be asked about.
 */
async function pillFor(room: RoomId): Promise<PillSays | undefined> {
  const archive = await archives.open('shop');
  if (!archive.ok) return undefined;
  const { sample, versus } = await archive.value.settings();
  if (sample) return undefined;
  const record = await archive.value.room(room);
  if (record === undefined || record.revision === 0 || record.room.status === 'live')
    return undefined;
  const kept = await keptVerdict(room, await verdictGround(archive.value, record));
  if (kept === undefined) return versus === 'feed' ? undefined : 'due';
  return kept.verdict && pillWords(kept.verdict, await readerWords());
}

/** The LIVE of which the launcher of a tab was told last that nothing is known. Forgotten with the worker. */
const toldNothing = new Map<number, RoomId>();

const due = createDueVerdicts(
  (room) => void runIsolated(() => tell(room, 'due')),
  (room) => void runIsolated(() => tell(room, undefined)),
);

/** Tells the launchers of a LIVE's pages what their closed tabs say; that it is nothing isn't told twice in a row. */
async function tell(room: RoomId, says: PillSays | undefined): Promise<void> {
  const order: LauncherCommand = {
    app: 'live-diagnosis',
    order: 'pill',
    room,
    ...(says === undefined ? {} : { says }),
  };
  for (const tab of await pageTabs()) {
    if ((await pageOf(tab))?.room !== room) continue;
    // A LIVE that runs has news all the time.
    if (says === undefined && toldNothing.get(tab) === room) continue;
    if (says === undefined) toldNothing.set(tab, room);
    else toldNothing.delete(tab);
    // A tab without a launcher has no closed panel.
    browser.tabs.sendMessage(tab, order).catch(() => undefined);
  }
}

/**
 * Has the closed tabs of a LIVE's pages, or of all LIVEs', say what is known, and what is due worked out a little
 * later. `arrived` is a tab whose launcher knows nothing yet.
 */
export async function tellPills(of?: RoomId, arrived?: number): Promise<void> {
  if (arrived !== undefined) toldNothing.delete(arrived);
  const rooms = await Promise.all((await pageTabs()).map(async (tab) => (await pageOf(tab))?.room));
  for (const room of new Set(rooms)) {
    if (room === undefined || (of !== undefined && of !== room)) continue;
    const says = await pillFor(room);
    if (says === 'due') due.wait(room);
    else due.end(room);
    await tell(room, says === 'due' ? undefined : says);
  }
}

/** Has closed tabs say nothing that the archive no longer bears out. */
export function keepPillsTrue(): void {
  let telling: Promise<void> | undefined;
  let again = false;
  /** News come in bursts: while the tabs are told, all further ones mean that they are told once more. */
  const tellAgain = async (): Promise<void> => {
    again = true;
    telling ??= (async () => {
      while (again) {
        again = false;
        await tellPills();
      }
      telling = undefined;
    })();
    await telling;
  };
  hearNews((news) => {
    const rooms = news.kind === 'room' ? [news.room] : news.kind === 'rooms' ? news.rooms : [];
    if (rooms.length > 0) void runIsolated(() => forgetVerdictsAfter(rooms).then(tellAgain));
    else if (changesAll(news)) void runIsolated(() => forgetVerdicts().then(tellAgain));
  });
}
