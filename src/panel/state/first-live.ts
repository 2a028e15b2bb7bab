import { type ReadonlySignal, signal } from '@preact/signals';
import type { Fault } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { latestOf } from '../../metrics/live/latest.ts';
import type { BoardStore } from './board-store.ts';
import type { HistoryStore } from './history-store.ts';
import type { ListStore } from './list-store.ts';
import { askOpening, type OpeningParts } from './opening.ts';
import type { PlaceStore } from './place-store.ts';
import type { PlanStore } from './plan-store.ts';
import type { Ports, Which } from './ports.ts';
import { roomInAddress } from './room-in-address.ts';
import type { RoomStore } from './room-store.ts';
import type { SettingsStore } from './settings-store.ts';
import type { ShopStore } from './shop-store.ts';
import type { UpgradeStore } from './upgrade-store.ts';

/** Reads what the panel shows to begin with, and which LIVE that is. */
export interface FirstLive {
  /** Why no room could be found to begin with. */
  readonly lost: ReadonlySignal<Fault | undefined>;
  /** True until the first room is in view or known to be missing. */
  readonly starting: ReadonlySignal<boolean>;
  readonly open: (room: RoomId) => Promise<void>;
  /** Finds the room to show first and shows it. */
  readonly start: (address: string) => Promise<void>;
  /** Switches to the sample shop or back; its latest LIVE follows. */
  readonly explore: (sample: boolean) => Promise<void>;
  /** Says that the seller is at work, so that no other room is put in view unasked. */
  readonly touch: () => void;
}

export function createFirstLive(from: {
  readonly ports: Ports;
  readonly which: () => Which;
  readonly settings: SettingsStore;
  readonly place: PlaceStore;
  readonly room: RoomStore;
  readonly list: ListStore;
  readonly shop: ShopStore;
  readonly board: BoardStore;
  readonly plans: PlanStore;
  readonly upgrade: UpgradeStore;
  readonly history: HistoryStore;
}): FirstLive {
  const { ports, which, settings, place, room, list, shop, board, plans, upgrade, history } = from;
  const lost = signal<Fault | undefined>(undefined);
  const starting = signal(true);
  let touched = false;
  let shown: Which | undefined;

  const open = async (id: RoomId, first?: OpeningParts): Promise<void> => {
    lost.value = undefined;
    starting.value = false;
    const kind = which();
    await room.open(id, kind, first?.live(kind, id));
  };

  /** The worker's latest replaces the archive's, unless the seller is already reading. */
  const latest = async (): Promise<void> => {
    const kind = which();
    const reply = await ports.ask('room.latest', {});
    if (which() !== kind) return;
    starting.value = false;
    const seen = room.view.value.id;
    if (reply.ok && (seen === undefined || !touched)) {
      // The worker's latest may be of another shop than the one that is listed.
      const listed =
        shop.chosen.value === undefined ? undefined : latestOf(shop.rooms.value, ports.now());
      await open(listed?.id ?? reply.value.room);
    }
    if (!reply.ok && seen === undefined) lost.value = reply.fault;
  };

  const begin = async (named?: RoomId, first?: OpeningParts): Promise<void> => {
    const kind = which();
    shown = kind;
    void board.read(kind, first?.pinned(kind));
    void plans.read(kind, first?.plans(kind));
    void upgrade.read(first?.upgrade());
    void history.read(first?.history());
    const asked = (): RoomId | undefined =>
      (kind === 'sample' ? undefined : place.place.value.room) ?? named;
    // The LIVE that was asked for needn't wait until all others are known.
    const early = asked();
    const opening = early === undefined ? Promise.resolve() : open(early, first);
    await list.read(kind, early, first?.list(kind, early));
    // The other shop was turned to meanwhile, and has begun by itself.
    if (which() !== kind) return;
    // Anew: meanwhile the page may have moved on.
    const wanted = asked();
    const known = wanted ?? latestOf(shop.rooms.value, ports.now())?.id;
    const opened = known === undefined || known === early ? opening : open(known, first);
    await Promise.all([opened, wanted === undefined ? latest() : Promise.resolve()]);
  };

  // The sample may be switched here, on the options page, or by deleting everything.
  settings.settings.subscribe(() => {
    if (shown === undefined || shown === which()) return;
    touched = false;
    lost.value = undefined;
    starting.value = true;
    room.clear();
    void begin();
  });

  // What could not be found before may be there once a snapshot was restored.
  ports.listen((news) => {
    if (news.kind !== 'restored' || shown === undefined || room.view.value.id !== undefined) return;
    lost.value = undefined;
    starting.value = true;
    void begin();
  });

  return {
    lost,
    starting,
    open: (id) => open(id),
    start: async (address) => {
      const named = roomInAddress(address);
      const opening = askOpening(ports, named);
      await Promise.all([settings.read(opening.settings), place.find(opening.place)]);
      const begun = begin(named, opening);
      opening.endAfter(begun);
      await begun;
    },
    explore: async (sample) => {
      const reply = await settings.change({ sample });
      if (!reply.ok) lost.value = reply.fault;
    },
    touch: () => {
      touched = true;
    },
  };
}
