import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB } from 'idb';
import * as v from 'valibot';
import { createArchives } from '../../archive/archives.ts';
import { databaseName } from '../../archive/names.ts';
import { releasedVersions, writeReleased } from '../../archive/released/released.fixture.ts';
import { listSnapshots } from '../../archive/snapshots/database.ts';
import type { Archive } from '../../archive/types.ts';
import { numberOf } from '../../metrics/figure.ts';
import { type RoomId, RoomIdSchema } from '../../metrics/ids.ts';
import { NoteSchema } from '../../metrics/note.ts';
import type { SessionPart } from '../../metrics/session.ts';
import { type UnixMs, unixMs, unixSeconds } from '../../metrics/time.ts';
import type { Versus } from '../../metrics/versus.ts';
import { unpackRooms } from '../../platform/packed-rooms.ts';

/** What an archive holds, as far as it is followed here. */
export interface ArchiveState {
  readonly rooms: Readonly<Record<string, RoomState>>;
  readonly versus: Versus;
  /** Words by the note's id. */
  readonly notes: Readonly<Record<string, string>>;
}

interface RoomState {
  readonly views: number | null;
  /** Views of each revision. */
  readonly revisions: readonly (number | null)[];
  /** When the endpoint that is followed last answered. */
  readonly answeredAt: number | null;
}

/** The endpoint whose answers are stored here. */
export const FOLLOWED = 'event/timeline';
const START = 1_781_143_200_000;
/** When the LIVEs that have ended did so, in unix seconds. */
export const ENDED = unixSeconds(START / 1000 - 3_600);

const name = databaseName('shop');
const NOTHING: ArchiveState = { rooms: {}, versus: 'usual', notes: {} };

/** LIVEs that no released version holds; of the second one the end is known. */
export const ownRooms: readonly RoomId[] = ['7649951805300000001', '7649951805300000002'].map(
  (id) => v.parse(RoomIdSchema, id),
);

/** An archive with what it is expected to hold; what is done to it is done to both. */
export interface FollowedArchive {
  readonly clock: { now: number };
  readonly expected: () => ArchiveState;
  readonly open: () => Promise<Archive>;
  /** Does something to the archive that leads to another state. */
  readonly act: (deed: (archive: Archive) => Promise<unknown>, to: ArchiveState) => Promise<void>;
  /** Closes it while something is being done: all of that stands afterwards, or nothing. */
  readonly killIn: (
    deed: (archive: Archive) => Promise<unknown>,
    to: ArchiveState,
  ) => Promise<void>;
  /** Ends whoever has it open, as a browser ends the worker. */
  readonly kill: () => Promise<void>;
  /** Puts an archive that an earlier version left in its place. */
  readonly migrate: (version: number) => Promise<void>;
  readonly snapshot: (reason: 'week' | 'backup') => Promise<void>;
  /** Restores one of the snapshots there are, counted over and over; nothing where there is none. */
  readonly restore: (nth: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Makes the databases anew and follows the archive in them. `released` holds what each version's archive says. */
export function followArchive(released: ReadonlyMap<number, ArchiveState>): FollowedArchive {
  globalThis.indexedDB = new IDBFactory();
  const clock = { now: START };
  const then = Date.now;
  Date.now = () => clock.now;
  let archives = createArchives();
  let state = NOTHING;
  const remembered = new Map<string, ArchiveState>();

  const open = async (): Promise<Archive> => {
    const opened = await archives.open('shop');
    if (!opened.ok) throw new Error(opened.fault.code);
    return opened.value;
  };
  const kill = async (): Promise<void> => {
    (await open()).close();
    archives = createArchives();
  };
  const check = async (): Promise<void> => {
    assert.deepEqual(await stateOf(await open()), state);
  };

  return {
    clock,
    expected: () => state,
    open,
    kill,
    async act(deed, to) {
      await deed(await open());
      state = to;
      await check();
    },
    async killIn(deed, to) {
      const doing = deed(await open()).catch(() => undefined);
      await kill();
      await doing;
      const found = await stateOf(await open());
      const isDone = JSON.stringify(found) !== JSON.stringify(state);
      state = isDone ? to : state;
      assert.deepEqual(found, state);
    },
    async migrate(version) {
      await kill();
      await deleteDB(name);
      await writeReleased(name, version);
      state = released.get(version) ?? NOTHING;
      await check();
      // The upgrade has kept what was there.
      for (const { id } of await listSnapshots())
        if (!remembered.has(id)) remembered.set(id, state);
    },
    async snapshot(reason) {
      await open();
      const taken = await archives.copy('shop', reason);
      assert.ok(taken.ok);
      if (taken.value !== undefined) remembered.set(taken.value.id, state);
      await check();
    },
    async restore(nth) {
      const all = await listSnapshots();
      const wanted = all[nth % Math.max(1, all.length)];
      if (wanted === undefined) return;
      await open();
      const before = await archives.restore('shop', wanted.id);
      assert.ok(before.ok);
      if (before.value !== undefined) remembered.set(before.value.id, state);
      const restored = remembered.get(wanted.id);
      assert.ok(restored);
      state = restored;
      await check();
    },
    async close() {
      await kill();
      Date.now = then;
    },
  };
}

/** What the archives of released versions say once they are upgraded. */
export async function releasedStates(): Promise<ReadonlyMap<number, ArchiveState>> {
  const states = new Map<number, ArchiveState>();
  for (const version of releasedVersions) {
    globalThis.indexedDB = new IDBFactory();
    await writeReleased(name, version);
    const opened = await createArchives().open('shop');
    if (!opened.ok) throw new Error(opened.fault.code);
    states.set(version, await stateOf(opened.value));
    opened.value.close();
  }
  return states;
}

/** Reads all that is followed; what a list says has to be what the LIVE itself says. */
async function stateOf(archive: Archive): Promise<ArchiveState> {
  const rooms: Record<string, RoomState> = {};
  const listed = await archive.rooms();
  const packed = (await archive.packedRooms()).flatMap((lists) => unpackRooms(lists));
  assert.equal(packed.length, listed.length);
  for (const { id, figures, revision } of listed) {
    const session = await archive.session(id);
    const revisions = await archive.revisions(id);
    const views = numberOf(figures, 'views') ?? null;
    const inPack = packed.find((one) => one.id === id);
    assert.equal(session && (numberOf(session.figures, 'views') ?? null), views);
    assert.equal(inPack && (numberOf(inPack.figures, 'views') ?? null), views);
    assert.equal(revisions.at(-1)?.number ?? 0, revision);
    const answered = await archive.answered(id);
    rooms[id] = {
      views,
      revisions: revisions.map((one) => numberOf(one.figures, 'views') ?? null),
      answeredAt: answered[FOLLOWED]?.at ?? null,
    };
  }
  const notes = (await archive.notes()).map(({ id, words }) => [id, words] as const);
  const { versus } = await archive.settings();
  return { rooms: inOrder(rooms), versus, notes: inOrder(Object.fromEntries(notes)) };
}

const inOrder = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));

/** A LIVE's answer, of some time before now. */
export interface GivenAnswer {
  readonly room: number;
  readonly views: number;
  /** Milliseconds between the answer and its arrival. */
  readonly late: number;
}

/** An answer as it is stored. */
export function answerPart({ room, views, late }: GivenAnswer, now: UnixMs): SessionPart {
  const id = ownRooms[room % ownRooms.length] ?? v.parse(RoomIdSchema, '0');
  const origin = { how: 'observed', endpoint: FOLLOWED, at: unixMs(now - late) } as const;
  return {
    room: { id, ...(room === 1 ? { endedAt: ENDED, status: 'ended' as const } : {}) },
    figures: { views: { value: views, origin } },
    origins: { figures: origin, room: origin },
  };
}

/** The state once an answer was stored: of two answers the later one counts, whichever arrives first. */
export function withAnswer(
  state: ArchiveState,
  { room, figures, origins }: SessionPart,
): ArchiveState {
  const known = state.rooms[room.id] ?? { views: null, revisions: [], answeredAt: null };
  const at = origins?.figures?.at ?? 0;
  const isNews = at >= (known.answeredAt ?? 0);
  const views = isNews ? (figures?.views?.value ?? null) : known.views;
  const revisions =
    known.revisions.at(-1) === views ? known.revisions : [...known.revisions, views];
  const answeredAt = Math.max(at, known.answeredAt ?? 0);
  return {
    ...state,
    rooms: inOrder({ ...state.rooms, [room.id]: { views, revisions, answeredAt } }),
  };
}

/** The state with a note, or without it. */
export function withNote(state: ArchiveState, id: string, words: string | undefined): ArchiveState {
  const { [id]: _, ...others } = state.notes;
  return { ...state, notes: words === undefined ? others : inOrder({ ...others, [id]: words }) };
}

/** A note on a LIVE. */
export const noteOf = (nth: number, words: string, at: UnixMs) =>
  v.parse(NoteSchema, {
    id: `00000000-0000-4000-8000-00000000000${nth}`,
    room: ownRooms[0],
    words,
    writtenAt: at,
    changedAt: at,
  });

export const emptyState = NOTHING;
