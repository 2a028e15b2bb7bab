import { signal } from '@preact/signals';
import type { RoomId } from '../../metrics/ids.ts';
import { roomCategory } from './category.ts';
import { loadEngine } from './engine-store.ts';
import { createListStore, knowsUsual } from './list-store.ts';
import { createOwnStore } from './own-store.ts';
import type { Ports } from './ports.ts';
import { readArchive } from './read-archive.ts';
import { createReportStore } from './report-store.ts';
import type { RoomView } from './room-store.ts';
import { createSettingsStore } from './settings-store.ts';
import { tellVerdict } from './tell-verdict.ts';

/**
 * Works out the verdict on a LIVE of the seller's from what is kept, and tells the worker; nothing is shown, and
 * nothing asked of Seller Center or a feed. Where the LIVE isn't kept, nothing is told.
 */
export async function judgeRoom(ports: Ports, id: RoomId): Promise<void> {
  const settings = createSettingsStore(ports);
  const list = createListStore(ports);
  const [stored, engine] = await Promise.all([
    readArchive(ports, 'shop', (archive) => archive.session(id)),
    loadEngine(),
    settings.read(),
    list.read('shop', id),
  ]);
  if (!stored.ok || stored.value === undefined) return;
  if (!knowsUsual(list.view.value, stored.value.room)) await list.complete();
  const room = signal<RoomView>({ id, session: stored.value, busy: 'no', missing: [] });
  const own = createOwnStore({ room, list: list.view, settings });
  const { report } = createReportStore({
    engine: signal(engine),
    room,
    list: list.view,
    own: own.view,
    settings: settings.settings,
    category: roomCategory({ room, settings: settings.settings }),
    // Feeds would have to be asked: against them no verdict is told.
    feeds: signal({ slices: [], lacks: [], known: false }),
  });
  tellVerdict({ ports, room, list: list.view, settings: settings.settings, report })();
}
