import type { BeforeEnd, PlanEnd } from '../metrics/board/end-plan.ts';
import type {
  Picture,
  Pinned,
  PinnedBase,
  PinnedId,
  PinnedPatch,
} from '../metrics/board/pinned.ts';
import type { Plan, PlanBase, PlanId, PlanPatch } from '../metrics/board/plan.ts';
import type { Result } from '../metrics/fault.ts';
import type { FeedAddress } from '../metrics/feed/feed.ts';
import type { DroppedFeed, KeptFeed, KeptSlice } from '../metrics/feed/kept-feed.ts';
import type { RoomId } from '../metrics/ids.ts';
import type { Findable } from '../metrics/live/findable.ts';
import type { Span } from '../metrics/live/length.ts';
import type { LiveNote, NoteId } from '../metrics/note.ts';
import type { RecordingMeasures } from '../metrics/recording/measures.ts';
import type { Revision } from '../metrics/revision.ts';
import type { ListedRoom, RoomRecord } from '../metrics/room-record.ts';
import type { Session, SessionPart } from '../metrics/session.ts';
import type { Upgrade } from '../metrics/snapshot.ts';
import type { UnixMs } from '../metrics/time.ts';
import type { LedgerEntry } from '../platform/ledger-entry.ts';
import type { PackedRooms } from '../platform/packed-rooms.ts';
import type { Settings } from '../platform/settings.ts';
import type { Imports } from './imports/types.ts';
import type { NearLists } from './listed.ts';

/** The ids that a question to an endpoint named; its answer says nothing of any other. */
export interface AskedIds {
  readonly endpoint: string;
  readonly ids: readonly number[];
}

/** When an endpoint last answered about a room, and when it last answered for each id. */
export interface Answered {
  readonly at?: UnixMs;
  readonly ids: Readonly<Record<string, UnixMs>>;
}

/** The seller's board of pinned things and the plans for next LIVEs; kept until the seller drops them. */
export interface Board {
  /** In the board's order. */
  pinned(): Promise<readonly Pinned[]>;
  /** Adds to the board what isn't there, and answers what is: notes are never written over. */
  pin(pinned: Pinned): Promise<Pinned>;
  /**
   * Lays a change over a pinned thing; undefined when it is not on the board any more. Fault
   * `changed-meanwhile` where the note is no longer what the change began from; then it stays.
   */
  changePinned(
    id: PinnedId,
    patch: PinnedPatch,
    began?: PinnedBase,
  ): Promise<Result<Pinned | undefined>>;
  unpin(id: PinnedId): Promise<void>;
  /**
   * The pictures that are kept of these LIVEs, one each, whatever of a LIVE is on the board: Seller
   * Center and feeds tell one cover a LIVE and none of a clip or a moment, and a still of a recording
   * can be had only while it plays, where its host lets scripts read it.
   */
  pictures(rooms: readonly RoomId[]): Promise<ReadonlyMap<RoomId, Picture>>;
  keepPicture(room: RoomId, picture: Picture): Promise<void>;
  /** Drops the pictures of LIVEs with nothing on the board. */
  sweepPictures(): Promise<void>;
  /** Newest first. */
  plans(): Promise<readonly Plan[]>;
  /**
   * Adds a plan; what has the same id is replaced. One plan is open at a time: where another one is, it
   * takes in what the new one holds. Answers the plan that stands, or `plan-full` and nothing changed.
   */
  keepPlan(plan: Plan): Promise<Result<Plan>>;
  /**
   * Lays a change over a plan, or one that follows from how it stands; undefined when there is no such
   * plan any more. Faults as of `patchedPlan`, and `plan-open` where it would be opened beside an open
   * one, and `changed-meanwhile` where words are no longer what the change began from; then the plan
   * stays as it was.
   */
  changePlan(
    id: PlanId,
    patch: PlanPatch | ((plan: Plan) => PlanPatch),
    at: UnixMs,
    began?: PlanBase,
  ): Promise<Result<Plan | undefined>>;
  /**
   * Closes a plan as tried in a LIVE and marks as tried what was pinned for what was done, both or
   * neither; undefined when there is no such plan any more.
   */
  endPlan(id: PlanId, end: PlanEnd, at: UnixMs): Promise<Result<EndedPlan | undefined>>;
  /** Takes `endPlan` back with what it marked. Fault `plan-open` where another plan is open by now. */
  reopenPlan(
    id: PlanId,
    before: BeforeEnd,
    tried: readonly PinnedId[],
    at: UnixMs,
  ): Promise<Result<EndedPlan | undefined>>;
  dropPlan(id: PlanId): Promise<void>;
}

/** A plan that was ended, and what of the board was marked as tried by that. */
export interface EndedPlan {
  readonly plan: Plan;
  readonly tried: readonly PinnedId[];
}

/** What a slice of a feed is about. */
type SliceKey = Pick<KeptSlice, 'region' | 'category' | 'basis'>;

/** The benchmark feeds that the seller added, and the last good word of each on a region and category. */
export interface Feeds {
  /** In the order in which they were added. */
  feeds(): Promise<readonly KeptFeed[]>;
  feed(address: FeedAddress): Promise<KeptFeed | undefined>;
  /** Adds a feed; one of the same address is replaced. */
  keepFeed(feed: KeptFeed): Promise<void>;
  /** Changes a feed as it stands; undefined when there is no such feed any more. */
  changeFeed(
    address: FeedAddress,
    change: (feed: KeptFeed) => KeptFeed,
  ): Promise<KeptFeed | undefined>;
  /**
   * Drops a feed with its slices and what was measured of LIVEs that nothing else tells of; answered with them, so
   * that it can be put back.
   */
  dropFeed(address: FeedAddress): Promise<DroppedFeed | undefined>;
  /** Puts a dropped feed back, unless it was added anew meanwhile. */
  restoreFeed(dropped: DroppedFeed): Promise<void>;
  slice(feed: FeedAddress, of: SliceKey): Promise<KeptSlice | undefined>;
  slices(): Promise<readonly KeptSlice[]>;
  /** Keeps a slice while its feed is there, else answers false. */
  keepSlice(slice: KeptSlice): Promise<boolean>;
  /** Notes that a slice is in use, and tells nobody. */
  useSlice(feed: FeedAddress, of: SliceKey, at: UnixMs): Promise<void>;
}

/** The seller's notes on LIVEs and on moments of them; kept until the seller drops them. */
export interface Notes {
  /** Those of one LIVE in the order of their moments, or all. */
  notes(room?: RoomId): Promise<readonly LiveNote[]>;
  /** Adds a note, or puts one back; of one that is there already its words stay. Answers what stands. */
  keepNote(note: LiveNote): Promise<LiveNote>;
  /**
   * Gives a note other words; undefined where there is no such note any more. Fault `changed-meanwhile`
   * where its words are no longer those that the change began from; then they stay.
   */
  changeNote(
    id: NoteId,
    words: string,
    at: UnixMs,
    began?: string,
  ): Promise<Result<LiveNote | undefined>>;
  dropNote(id: NoteId): Promise<void>;
}

/** The light records of LIVEs, for lists. */
export interface LightRooms {
  /** Rooms newest start first. */
  rooms(): Promise<readonly RoomRecord[]>;
  /** All of them packed, in no order, as it is sent to the panel. */
  packedRooms(): Promise<readonly PackedRooms[]>;
  /**
   * All of them, newest start first, with figures at least those that started `near`: within reach of one LIVE,
   * which it is compared with. Without one, or where it isn't kept, those before the newest.
   */
  nearRooms(room?: RoomId): Promise<NearRooms>;
  /** The same packed, in no order. */
  packedNearRooms(room?: RoomId): Promise<NearLists>;
  /** The newest so many of them, fewer where one can't be read. */
  newestRooms(count: number): Promise<readonly RoomRecord[]>;
  /** Those that started in a time, or were made in it where no start is known; newest start first. */
  roomsWithin(span: Span): Promise<readonly RoomRecord[]>;
  /** Those of these rooms that are kept, in the same order. */
  roomsOf(ids: readonly RoomId[]): Promise<readonly RoomRecord[]>;
  room(id: RoomId): Promise<RoomRecord | undefined>;
}

/** All LIVEs, those that started `near` with their figures. */
interface NearRooms {
  readonly rooms: readonly ListedRoom[];
  readonly near: Span;
}

/** What was measured of the recordings of LIVEs, one record each; nothing of a recording itself is kept. */
export interface Measurements {
  /** Those of these LIVEs that there are, in the same order. */
  measures(rooms: readonly RoomId[]): Promise<readonly RecordingMeasures[]>;
  /** Keeps what was measured of a LIVE in place of what was before. */
  keepMeasures(measures: RecordingMeasures): Promise<void>;
  /** Drops what was measured of LIVEs that nothing tells of any more. */
  sweepMeasures(): Promise<void>;
}

/**
 * Everything this browser keeps. Two of them exist: the seller's own, and the sample shop's, so that
 * simulated LIVEs never mix with real ones. Every read-modify-write runs under a lock; everything
 * read is parsed, and a record that can't be read is set aside instead of breaking the rest. Methods
 * reject with a StorageError, which carries the fault.
 */
export interface Archive extends Board, Feeds, Imports, LightRooms, Notes, Measurements {
  /** The whole room with its details; undefined when it was never seen. */
  session(id: RoomId): Promise<Session | undefined>;
  /** When each endpoint last answered about a room, by the endpoint's name in origins and gaps. */
  answered(id: RoomId): Promise<Readonly<Record<string, Answered>>>;
  /**
   * Lays an answer over what is known of a room, appends a revision when figures changed. `asked`
   * says which ids the answer was for, where its endpoint takes ids.
   */
  store(
    part: SessionPart,
    at: UnixMs,
    asked?: AskedIds,
  ): Promise<{ readonly revision: number; readonly changed: boolean }>;
  /** Stores one answer each of many rooms, all or none of them, and tells of it once. */
  storeAll(parts: readonly SessionPart[], at: UnixMs): Promise<void>;
  /** What LIVEs are found by, of all or of some; of one that can't be read nothing. */
  findable(ids?: readonly RoomId[]): Promise<readonly Findable[]>;
  revisions(id: RoomId): Promise<readonly Revision[]>;
  settings(): Promise<Settings>;
  /** Lays a patch over the settings; as a function it sees them as they stand, under the lock. */
  changeSettings(
    change: Partial<Settings> | ((settings: Settings) => Partial<Settings>),
  ): Promise<Settings>;
  record(entry: LedgerEntry): Promise<void>;
  /** Newest first; the ledger keeps the last 1,000. */
  ledger(limit?: number): Promise<readonly LedgerEntry[]>;
  /**
   * Deletes everything in it: rooms and revisions, the board with its pictures, plans, feeds and what
   * they said, notes, measures, settings and the ledger. Only on the seller's word.
   */
  forget(): Promise<void>;
  /** What the last upgrade of the data changed for the seller; undefined once it was read, or where it is nothing. */
  upgrade(): Promise<Upgrade | undefined>;
  /** Notes that the seller has read what the upgrade changed. */
  forgetUpgrade(): Promise<void>;
  /** Runs `work` while nothing of the archive is open; who uses it meanwhile waits. */
  suspended<T>(work: () => Promise<T>): Promise<T>;
  close(): void;
}

/** What the panel reads; rejects with a StorageError like the archive itself. */
export type ArchiveReader = Pick<
  Archive,
  'session' | 'room' | 'roomsOf' | 'nearRooms' | 'revisions' | 'settings'
> & {
  readonly rooms: () => Promise<readonly RoomRecord[]>;
  readonly ledger: () => Promise<readonly LedgerEntry[]>;
};
