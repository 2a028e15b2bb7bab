import * as v from 'valibot';
import {
  type Picture,
  PictureSchema,
  type Pinned,
  PinnedChangeSchema,
  PinnedIdSchema,
  PinnedSchema,
} from '../metrics/board/pinned.ts';
import { type Plan, PlanChangeSchema, PlanIdSchema, PlanSchema } from '../metrics/board/plan.ts';
import { RegionSchema } from '../metrics/feed/category-slice.ts';
import {
  type Feed,
  FeedAddressSchema,
  type FeedLack,
  type FeedSlice,
} from '../metrics/feed/feed.ts';
import { type DroppedFeed, DroppedFeedSchema } from '../metrics/feed/kept-feed.ts';
import { CategoryIdSchema, type RoomId, RoomIdSchema } from '../metrics/ids.ts';
import { CurrencyCodeSchema } from '../metrics/money.ts';
import type { RoomRecord } from '../metrics/room-record.ts';
import { SalesBasisSchema } from '../metrics/sales-basis.ts';
import type { Session } from '../metrics/session.ts';
import { type Snapshot, SnapshotIdSchema, type Upgrade } from '../metrics/snapshot.ts';
import { HistoryOrderSchema, type HistoryProgress } from './history.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { MAX_BODY, MAX_REQUEST, MAX_URL } from './observed.ts';
import type { PackedRooms } from './packed-rooms.ts';
import { type PageKind, PageKindSchema } from './page-state.ts';
import { PanelSchema, type Settings, SettingsPatchSchema } from './settings.ts';

/** Where the panel stands: docked in a page, or open in a tab of its own. */
export interface PanelPlace {
  readonly docked: boolean;
  readonly page?: PageKind;
  /** The room in the page's address; wins over the picker on a LIVE dashboard. */
  readonly room?: RoomId;
}

/** How a request for a room ended: nothing to do, archived anew, or partly. */
export interface Fetched {
  readonly room: RoomId;
  readonly outcome: 'fresh' | 'updated' | 'partial';
  /** Endpoints that failed although the room as a whole was read. */
  readonly missing: readonly string[];
}

const panelPatch = v.partial(PanelSchema);

const archiveNames = v.picklist(['shop', 'sample']);

/**
 * Every message to the worker: who may send it, and what it carries. `page` verbs come from content
 * scripts on supported hosts, `panel` verbs from the extension's own pages.
 */
export const verbs = {
  /** The launcher says where it is; answered with how the panel should stand. */
  'page.at': {
    from: 'page',
    request: v.object({ page: PageKindSchema, room: v.optional(RoomIdSchema) }),
  },
  /** A copy of an answer the page asked for itself. */
  'page.observed': {
    from: 'page',
    request: v.object({
      url: v.pipe(v.string(), v.maxLength(MAX_URL)),
      request: v.optional(v.pipe(v.string(), v.maxLength(MAX_REQUEST))),
      status: v.number(),
      body: v.pipe(v.string(), v.maxLength(MAX_BODY)),
    }),
  },
  /** The seller opened, closed, resized or re-docked the panel by the launcher's own handles. */
  'page.panel': { from: 'page', request: panelPatch },
  /** Where the asking panel stands. */
  'panel.place': { from: 'panel', request: v.object({}) },
  /** Closes or re-docks the panel of the tab the message comes from. */
  'panel.set': { from: 'panel', request: panelPatch },
  /** Makes sure the room is as fresh as the caching table asks; `force` fetches whatever its age. */
  'room.fetch': {
    from: 'panel',
    request: v.object({ room: RoomIdSchema, force: v.optional(v.boolean()) }),
  },
  /** Reads the room list anew. */
  'rooms.fetch': { from: 'panel', request: v.object({}) },
  /** The most recently started LIVE whose figures are final, else the most recent. */
  'room.latest': { from: 'panel', request: v.object({}) },
  /** The reading of the last three months; without progress where it was never begun. */
  'history.progress': { from: 'panel', request: v.object({}) },
  'history.start': { from: 'panel', request: v.object({}) },
  'history.order': { from: 'panel', request: v.object({ order: HistoryOrderSchema }) },
  /** Opens a page in a tab; its address is built in the worker. */
  'tab.open': {
    from: 'panel',
    request: v.object({
      page: v.picklist([
        'live-dashboard',
        'seller-center',
        'options',
        'panel',
        'cue',
        'cue-window',
      ]),
      room: v.optional(RoomIdSchema),
      /** Whose cue card, and in which archive; a cue card opens without one, and says so. */
      plan: v.optional(PlanIdSchema),
      which: v.optional(archiveNames),
    }),
  },
  /**
   * The archive, read for the panel: in a page's frame a browser that blocks third-party storage
   * denies the extension its own database, the worker never.
   */
  'archive.session': {
    from: 'panel',
    request: v.object({ which: archiveNames, room: RoomIdSchema }),
  },
  'archive.room': { from: 'panel', request: v.object({ which: archiveNames, room: RoomIdSchema }) },
  'archive.rooms': { from: 'panel', request: v.object({ which: archiveNames }) },
  'archive.settings': { from: 'panel', request: v.object({ which: archiveNames }) },
  /** The requests that were made, newest first. */
  'archive.ledger': { from: 'panel', request: v.object({ which: archiveNames }) },
  /** What the last upgrade of the seller's own data changed, until it was read. */
  'archive.upgrade': { from: 'panel', request: v.object({}) },
  /** The seller has read what the upgrade changed. */
  'archive.upgrade-read': { from: 'panel', request: v.object({}) },
  /** Deletes all that is kept, of the seller's own and of the sample shop, and all snapshots. */
  'archive.forget': { from: 'panel', request: v.object({}) },
  /** The snapshots of both archives, newest first. */
  'snapshot.list': { from: 'panel', request: v.object({}) },
  /** Puts an archive back as a snapshot has it, after a snapshot of what is there. */
  'snapshot.restore': {
    from: 'panel',
    request: v.object({ which: archiveNames, id: SnapshotIdSchema }),
  },
  'snapshot.drop': { from: 'panel', request: v.object({ id: SnapshotIdSchema }) },
  /** The seller's board, in its order; `which` names whose archive, as above. */
  'pinned.list': { from: 'panel', request: v.object({ which: archiveNames }) },
  /**
   * Adds to the board, or puts back what was taken off it; what stands there already stays. Without
   * a picture the worker makes one of the LIVE's cover, behind the answer.
   */
  'pinned.add': {
    from: 'panel',
    request: v.object({
      which: archiveNames,
      pinned: PinnedSchema,
      picture: v.optional(PictureSchema),
    }),
  },
  'pinned.change': {
    from: 'panel',
    request: v.object({ which: archiveNames, ...PinnedChangeSchema.entries }),
  },
  'pinned.drop': { from: 'panel', request: v.object({ which: archiveNames, id: PinnedIdSchema }) },
  /** The pictures kept of LIVEs with something on the board; one that lacks is made behind the answer. */
  'pinned.pictures': {
    from: 'panel',
    request: v.object({
      which: archiveNames,
      rooms: v.pipe(v.array(RoomIdSchema), v.maxLength(100)),
    }),
  },
  /** The plans for next LIVEs, newest first. */
  'plan.list': { from: 'panel', request: v.object({ which: archiveNames }) },
  /** Adds a plan; where another one is open, that takes in what the new one holds. */
  'plan.add': { from: 'panel', request: v.object({ which: archiveNames, plan: PlanSchema }) },
  'plan.change': {
    from: 'panel',
    request: v.object({ which: archiveNames, ...PlanChangeSchema.entries }),
  },
  'plan.drop': { from: 'panel', request: v.object({ which: archiveNames, id: PlanIdSchema }) },
  /** The benchmark feeds that the seller added. */
  'feed.list': { from: 'panel', request: v.object({}) },
  /** Reads a feed's index and adds the feed; its origin must be allowed by then. */
  'feed.add': { from: 'panel', request: v.object({ address: FeedAddressSchema }) },
  /** Drops a feed with all it said; answered with that, for `feed.restore`. */
  'feed.drop': { from: 'panel', request: v.object({ address: FeedAddressSchema }) },
  'feed.restore': { from: 'panel', request: v.object({ dropped: DroppedFeedSchema }) },
  /** Asks a feed anew for its index and for what is in use of it, whatever their age. */
  'feed.refresh': { from: 'panel', request: v.object({ address: FeedAddressSchema }) },
  /**
   * What the feeds say of a category: at once what is known, the rest is asked for behind and told
   * as news. Without a region the currency's is taken where it has one only.
   */
  'feed.category': {
    from: 'panel',
    request: v.object({
      which: archiveNames,
      region: v.optional(RegionSchema),
      currency: v.optional(CurrencyCodeSchema),
      category: CategoryIdSchema,
      basis: SalesBasisSchema,
    }),
  },
  /** A sample for a problem report of the last answers, their figures scrambled. */
  'answers.sample': { from: 'panel', request: v.object({}) },
  /** Changes settings; answered with all of them. */
  'settings.set': { from: 'panel', request: SettingsPatchSchema },
} as const;

export type Verb = keyof typeof verbs;
export type Request<V extends Verb> = v.InferInput<(typeof verbs)[V]['request']>;
export type ParsedRequest<V extends Verb> = v.InferOutput<(typeof verbs)[V]['request']>;

/** What each verb is answered with. */
export interface Replies {
  'page.at': { readonly panel: Settings['panel'] };
  'page.observed': { readonly taken: boolean };
  'page.panel': { readonly panel: Settings['panel'] };
  'panel.place': PanelPlace;
  'panel.set': { readonly panel: Settings['panel'] };
  'room.fetch': Fetched;
  'rooms.fetch': { readonly rooms: number };
  'room.latest': { readonly room: RoomId };
  'history.progress': { readonly progress?: HistoryProgress };
  'history.start': { readonly progress: HistoryProgress };
  'history.order': { readonly progress: HistoryProgress };
  'tab.open': Record<string, never>;
  'settings.set': Settings;
  /** As it would be saved, JSON; absent where the worker holds no answer. */
  'answers.sample': { readonly sample?: string };
  'archive.session': { readonly session?: Session };
  'archive.room': { readonly record?: RoomRecord };
  'archive.rooms': PackedRooms;
  'archive.settings': Settings;
  'archive.ledger': { readonly entries: readonly LedgerEntry[] };
  'archive.upgrade': { readonly upgrade?: Upgrade };
  'archive.upgrade-read': Record<string, never>;
  'archive.forget': Record<string, never>;
  'snapshot.list': { readonly snapshots: readonly Snapshot[] };
  /** The snapshot of what was there before; absent where there was nothing. */
  'snapshot.restore': { readonly before?: Snapshot };
  'snapshot.drop': Record<string, never>;
  'pinned.list': { readonly pinned: readonly Pinned[] };
  /** What stands on the board now. */
  'pinned.add': { readonly pinned: Pinned };
  /** Without a thing where it is not on the board any more. */
  'pinned.change': { readonly pinned?: Pinned };
  'pinned.drop': Record<string, never>;
  /** By room. */
  'pinned.pictures': { readonly pictures: Readonly<Record<string, Picture>> };
  'plan.list': { readonly plans: readonly Plan[] };
  /** The plan that stands now. */
  'plan.add': { readonly plan: Plan };
  'plan.change': { readonly plan?: Plan };
  'plan.drop': Record<string, never>;
  'feed.list': { readonly feeds: readonly Feed[] };
  'feed.add': { readonly feed: Feed };
  /** Without anything where there was no such feed. */
  'feed.drop': { readonly dropped?: DroppedFeed };
  'feed.restore': Record<string, never>;
  'feed.refresh': { readonly feed: Feed };
  /** What is known, in the order the feeds were added, and which feeds have nothing to say. */
  'feed.category': { readonly slices: readonly FeedSlice[]; readonly lacks: readonly FeedLack[] };
}

export interface Envelope {
  readonly app: 'live-diagnosis';
  readonly verb: string;
  readonly request: unknown;
}

/** What the worker says to a launcher, by tabs.sendMessage; the launcher checks it by hand, without valibot. */
export type LauncherOrder =
  /** How the panel is to stand; without `open` it stays open or closed as it is in the tab. */
  | {
      readonly app: 'live-diagnosis';
      readonly order: 'panel';
      readonly panel: Omit<Settings['panel'], 'open'> & Partial<Pick<Settings['panel'], 'open'>>;
    }
  | { readonly app: 'live-diagnosis'; readonly order: 'toggle' }
  /** A same-origin request to an analytics path (`analytics-path.ts`), with its query. */
  | {
      readonly app: 'live-diagnosis';
      readonly order: 'fetch';
      readonly path: string;
      readonly body: string;
    };

/** A launcher's answer to a `fetch` order. */
export type LauncherFetched =
  | {
      readonly ok: true;
      /** HTTP status; 302 for any redirect, which isn't followed. */
      readonly status: number;
      readonly url: string;
      /** The content type, empty where there is none. */
      readonly type: string;
      readonly body: string;
    }
  | { readonly ok: false; readonly reason: 'offline' | 'timeout' | 'aborted' };
