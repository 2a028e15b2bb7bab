import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Pace } from '../../diagnosis/pace/pace.ts';
import type { RecordingsMeasured } from '../../diagnosis/recording/measured-live.ts';
import type { UnixMs } from '../../metrics/time.ts';
import type { ChosenFile } from '../import/dropped.ts';
import { type BoardStore, createBoardStore } from './board-store.ts';
import { roomCategory } from './category.ts';
import { createEngineStore } from './engine-store.ts';
import { createFeedStore, type FeedStore } from './feed-store.ts';
import { createFirstLive, type FirstLive } from './first-live.ts';
import { createHistoryStore, type HistoryStore } from './history-store.ts';
import { createListStore, knowsUsual, type ListStore } from './list-store.ts';
import { createMixStore, type MixStore } from './mix-store.ts';
import { createOwnStore, type OwnStore } from './own-store.ts';
import { createPaceStore } from './pace-store.ts';
import { createPictureStore, type PictureStore } from './picture-store.ts';
import { createPlaceStore, type PlaceStore } from './place-store.ts';
import { createPlanStore, type PlanStore } from './plan-store.ts';
import { createPlayerChoices, type PlayerChoices } from './player-choices.ts';
import type { Ports, Which } from './ports.ts';
import { createRecordingsStore } from './recordings-store.ts';
import { createReplay, type ReplayRequest } from './replay.ts';
import { createReportStore, type ReportStore } from './report-store.ts';
import { createRoomStore, type RoomStore } from './room-store.ts';
import { createSettingsStore, type SettingsStore } from './settings-store.ts';
import { createShopStore, type ShopStore } from './shop-store.ts';
import { createSnapshotStore, type SnapshotStore } from './snapshot-store.ts';
import { createStreamsStore, type StreamsStore } from './streams-store.ts';
import { tellVerdict } from './tell-verdict.ts';
import type { Comparing } from './two-lives-store.ts';
import { createUpgradeStore, type UpgradeStore } from './upgrade-store.ts';
import type { Wanted } from './wanted.ts';

/** Everything the panel's components read and do. */
export interface App extends FirstLive {
  readonly ports: Ports;
  /** Whose LIVEs are in view. */
  readonly which: () => Which;
  readonly settings: SettingsStore;
  readonly place: PlaceStore;
  readonly room: RoomStore;
  readonly list: ListStore;
  /** Which shop's LIVEs are listed. */
  readonly shop: ShopStore;
  /** The reading of the seller's last three months. */
  readonly history: HistoryStore;
  readonly report: ReportStore;
  /** Which archived LIVEs count as own ones of the LIVE in view. */
  readonly own: OwnStore;
  /** What the benchmark feeds say of the category of the LIVE in view. */
  readonly feeds: FeedStore;
  /** What was measured of the recordings of the LIVE in view and of earlier ones; undefined where that wasn't. */
  readonly recordings: ReadonlySignal<RecordingsMeasured | undefined>;
  /** LIVEs to learn from. */
  readonly streams: StreamsStore;
  /** How the LIVE in view goes while it runs. */
  readonly pace: ReadonlySignal<Pace | undefined>;
  /** What the LIVE in view made against the usual, by source and by product. */
  readonly mix: MixStore;
  readonly plans: PlanStore;
  readonly replay: Signal<ReplayRequest | undefined>;
  /** The recording that is shown beside the LIVE in view; undefined while none is. */
  readonly beside: Signal<ReplayRequest | undefined>;
  /** The LIVE that is held against another one as a whole, and that one where it was chosen; undefined while none is. */
  readonly comparing: Signal<Comparing | undefined>;
  /** The export files that are to be added, none yet where it was opened without; undefined while the import is closed. */
  readonly importing: Signal<readonly ChosenFile[] | undefined>;
  /** A recording that was dropped on the window of a replay, until it is taken there. */
  readonly droppedFilm: Signal<File | undefined>;
  /** What the seller pinned, of the archive in view. */
  readonly board: BoardStore;
  readonly pictures: PictureStore;
  /** What an update of the data changed for the seller. */
  readonly upgrade: UpgradeStore;
  readonly snapshots: SnapshotStore;
  /** What is to be brought into view, until it is. */
  readonly wanted: Signal<Wanted | undefined>;
  /** How recordings are watched, whichever is open. */
  readonly player: PlayerChoices;
  /** The time by which ages are told; moves on every half minute. */
  readonly now: Signal<UnixMs>;
  readonly online: Signal<boolean>;
  /** Whether the browser lets the extension read Seller Center; undefined until it is known. */
  readonly allowed: Signal<boolean | undefined>;
  /** Whether an update has news that the seller hasn't looked at. */
  readonly hasNews: Signal<boolean>;
  /** When what was refused is tried again by itself; undefined while nothing is. */
  readonly retryAt: Signal<UnixMs | undefined>;
}

export function createApp(ports: Ports): App {
  const engine = createEngineStore();
  const settings = createSettingsStore(ports);
  const place = createPlaceStore(ports);
  const room = createRoomStore(ports);
  const list = createListStore(ports);
  const board = createBoardStore(ports);
  const plans = createPlanStore(ports);
  const upgrade = createUpgradeStore(ports);
  // Of a LIVE far from those whose figures were read first the usual isn't known yet.
  effect(() => {
    const { session } = room.view.value;
    const isLacking = session !== undefined && !knowsUsual(list.view.value, session.room);
    if (isLacking && list.view.value.known) void list.complete();
  });
  const own = createOwnStore({ room: room.view, list: list.view, settings });
  const shop = createShopStore({
    room: room.view,
    list: list.view,
    settings: settings.settings,
    change: settings.change,
  });
  const category = roomCategory({ room: room.view, settings: settings.settings });
  const feeds = createFeedStore({
    ports,
    room: room.view,
    settings: settings.settings,
    category,
  });
  const which = (): Which => (settings.settings.value.sample ? 'sample' : 'shop');
  const recordings = createRecordingsStore({
    ports,
    room: room.view,
    list: list.view,
    own: own.view,
    which,
  });
  const report = createReportStore({
    engine,
    room: room.view,
    list: list.view,
    own: own.view,
    settings: settings.settings,
    category,
    feeds: feeds.view,
    recordings,
  });
  tellVerdict({
    ports,
    room: room.view,
    list: list.view,
    settings: settings.settings,
    report: report.report,
  });
  const now = signal(ports.now());
  const history = createHistoryStore({ ports, list: list.view, now });
  const reading = computed(() => history.progress.value?.phase);
  const firstLive = createFirstLive({
    ports,
    which,
    settings,
    place,
    room,
    list,
    shop,
    board,
    plans,
    upgrade,
    history,
  });

  return {
    ports,
    which,
    settings,
    place,
    room,
    list,
    shop,
    history,
    report,
    own,
    feeds,
    recordings: recordings.measured,
    streams: createStreamsStore({
      room: room.view,
      list: list.view,
      own: own.view,
      settings: settings.settings,
      category,
      feeds: feeds.view,
      history: reading,
    }),
    pace: createPaceStore({
      ports,
      engine,
      room: room.view,
      own: own.view,
      now,
      reading,
      which,
    }),
    mix: createMixStore({ ports, engine, room: room.view, report: report.report, which }),
    plans,
    replay: createReplay(),
    beside: createReplay(),
    comparing: signal<Comparing | undefined>(undefined),
    importing: signal<readonly ChosenFile[] | undefined>(undefined),
    droppedFilm: signal<File | undefined>(undefined),
    board,
    pictures: createPictureStore(ports),
    upgrade,
    snapshots: createSnapshotStore(ports),
    wanted: signal<Wanted | undefined>(undefined),
    player: createPlayerChoices(),
    now,
    online: signal(true),
    allowed: signal<boolean | undefined>(undefined),
    hasNews: signal(false),
    retryAt: signal<UnixMs | undefined>(undefined),
    ...firstLive,
  };
}

export const AppContext = createContext<App | undefined>(undefined);

/** The panel's stores; only inside the panel. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error('There is no panel around this component.');
  return app;
}
