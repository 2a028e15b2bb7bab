import assert from 'node:assert/strict';
import fc from 'fast-check';
import { releasedVersions } from '../../archive/released/released.fixture.ts';
import { endpointsOf } from '../../background/rooms/endpoints.ts';
import { staleEndpoints } from '../../background/rooms/freshness.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { finalAt, HOUR_MS, MINUTE_MS, toMs, unixMs } from '../../metrics/time.ts';
import { VersusSchema } from '../../metrics/versus.ts';
import {
  answerPart,
  ENDED,
  emptyState,
  FOLLOWED,
  type FollowedArchive,
  followArchive,
  type GivenAnswer,
  noteOf,
  ownRooms,
  releasedStates,
  withAnswer,
  withNote,
} from './archive-model.ts';

/** One thing that is done to an archive; the model's state lies in the archive that is followed. */
class Command implements fc.AsyncCommand<object, FollowedArchive> {
  constructor(
    private readonly said: string,
    private readonly work: (archive: FollowedArchive) => Promise<void>,
  ) {}

  check(): boolean {
    return true;
  }

  run(_model: object, archive: FollowedArchive): Promise<void> {
    return this.work(archive);
  }

  toString(): string {
    return this.said;
  }
}

const command = <T>(
  what: string,
  given: fc.Arbitrary<T>,
  work: (given: T, archive: FollowedArchive) => Promise<void>,
): fc.Arbitrary<Command> =>
  given.map(
    (drawn) => new Command(`${what} ${JSON.stringify(drawn)}`, (archive) => work(drawn, archive)),
  );

const late = fc.oneof(fc.constant(0), fc.constantFrom(1, MINUTE_MS, HOUR_MS, 90 * HOUR_MS));
const answer: fc.Arbitrary<GivenAnswer> = fc.record({
  room: fc.nat(ownRooms.length - 1),
  views: fc.integer({ min: 0, max: 9 }),
  late,
});
const note = fc.record({ nth: fc.nat(1), words: fc.constantFrom('a', 'b', 'c') });
const nothing = fc.constant(null);

const put = (given: GivenAnswer, archive: FollowedArchive) => {
  const now = unixMs(archive.clock.now);
  const part = answerPart(given, now);
  return { part, now, to: withAnswer(archive.expected(), part) };
};

const commands = [
  command('put', answer, async (given, archive) => {
    const { part, now, to } = put(given, archive);
    await archive.act((opened) => opened.store(part, now), to);
  }),
  command('put all', fc.array(answer, { minLength: 1, maxLength: 4 }), async (all, archive) => {
    const now = unixMs(archive.clock.now);
    const parts = all.map((one) => answerPart(one, now));
    const to = parts.reduce(withAnswer, archive.expected());
    await archive.act((opened) => opened.storeAll(parts, now), to);
  }),
  command('kill while putting', answer, async (given, archive) => {
    const { part, now, to } = put(given, archive);
    await archive.killIn((opened) => opened.store(part, now), to);
  }),
  command('kill', nothing, (_, archive) => archive.kill()),
  command(
    'let time pass',
    fc.constantFrom(1, MINUTE_MS, HOUR_MS, 7 * HOUR_MS, 80 * HOUR_MS),
    async (ms, { clock }) => {
      clock.now += ms;
    },
  ),
  command('ask what is to be fetched', nothing, async (_, archive) => {
    for (const [room, id] of ownRooms.entries()) await checkFreshness(id, room === 1, archive);
  }),
  command('choose', fc.constantFrom(...VersusSchema.options), (versus, archive) =>
    archive.act((opened) => opened.changeSettings({ versus }), { ...archive.expected(), versus }),
  ),
  command('note', note, async ({ nth, words }, archive) => {
    const kept = noteOf(nth, words, unixMs(archive.clock.now));
    const state = archive.expected();
    // Of a note that is there its words stay.
    const to = state.notes[kept.id] === undefined ? withNote(state, kept.id, words) : state;
    await archive.act((opened) => opened.keepNote(kept), to);
  }),
  command('change a note', note, async ({ nth, words }, archive) => {
    const now = unixMs(archive.clock.now);
    const { id } = noteOf(nth, words, now);
    const state = archive.expected();
    const to = state.notes[id] === undefined ? state : withNote(state, id, words);
    await archive.act((opened) => opened.changeNote(id, words, now), to);
  }),
  command('drop a note', fc.nat(1), async (nth, archive) => {
    const { id } = noteOf(nth, 'a', unixMs(0));
    await archive.act((opened) => opened.dropNote(id), withNote(archive.expected(), id, undefined));
  }),
  command('snapshot', fc.constantFrom('week' as const, 'backup' as const), (reason, archive) =>
    archive.snapshot(reason),
  ),
  command('restore', fc.nat(9), (nth, archive) => archive.restore(nth)),
  command('migrate', fc.constantFrom(...releasedVersions), (version, archive) =>
    archive.migrate(version),
  ),
  command('forget', nothing, (_, archive) => archive.act((opened) => opened.forget(), emptyState)),
];

const PROVISIONAL_MS = 6 * HOUR_MS;

/** What was answered is asked for again when the caching table says so, and not before. */
async function checkFreshness(
  id: RoomId,
  hasEnded: boolean,
  archive: FollowedArchive,
): Promise<void> {
  const opened = await archive.open();
  const [session, answered] = await Promise.all([opened.session(id), opened.answered(id)]);
  const now = unixMs(archive.clock.now);
  const endpoints = endpointsOf().filter(({ name }) => name === FOLLOWED);
  const stale = staleEndpoints(endpoints, { session, answered, backoffs: {} }, now);
  const at = archive.expected().rooms[id]?.answeredAt ?? undefined;
  assert.equal(stale.length === 0, at !== undefined && isFresh(hasEnded, at, now));
}

function isFresh(hasEnded: boolean, at: number, now: number): boolean {
  if (!hasEnded) return now - at < MINUTE_MS;
  const final = finalAt(ENDED);
  if (now >= final) return at >= final;
  return at >= toMs(ENDED) && now - at < PROVISIONAL_MS;
}

/** Does so many rows of things to an archive, drawn of a seed; rejects with the shortest row after which it is wrong. */
export async function tryArchive({
  rows,
  longest,
  seed,
}: {
  readonly rows: number;
  readonly longest: number;
  readonly seed: number;
}): Promise<void> {
  const released = await releasedStates();
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: longest, size: 'max' }), async (row) => {
      const archive = followArchive(released);
      try {
        await fc.asyncModelRun(() => ({ model: {}, real: archive }), row);
      } finally {
        await archive.close();
      }
    }),
    { numRuns: rows, seed },
  );
}
