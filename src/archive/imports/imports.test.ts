import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Pinned, PinnedSchema } from '../../metrics/board/pinned.ts';
import { type Plan, PlanSchema } from '../../metrics/board/plan.ts';
import type { RoomId } from '../../metrics/ids.ts';
import type { ImportedLive } from '../../metrics/imports.ts';
import { DAY_MS, unixMs, unixSeconds } from '../../metrics/time.ts';
import { deleteShop, openShop } from '../archive.fixture.ts';
import { views } from '../parts.fixture.ts';
import type { Archive } from '../types.ts';
import { BEGIN, FINAL, importId, row, tiktokId } from './imports.fixture.ts';

let archive: Archive;
beforeEach(async () => {
  archive = await openShop();
});
afterEach(() => deleteShop(archive));

const real = tiktokId(1);
const later = unixMs(FINAL + DAY_MS);

async function add(number: number, lives: readonly ImportedLive[], at = FINAL) {
  await archive.stageImport(importId(number), lives, at);
  const preview = await archive.previewImport(importId(number));
  const done = await archive.commitImport(importId(number), [], at);
  if (!done.ok) throw new Error(done.fault.code);
  return { preview, record: done.value, states: preview.map(({ state }) => state) };
}

/** The list of LIVEs answers one LIVE that has ended. */
const listed = (id = real, start = BEGIN) => ({
  room: {
    ...row().session.room,
    id,
    startedAt: unixSeconds(start),
    endedAt: unixSeconds(start + 7_200),
  },
  origins: { room: { how: 'fetched', endpoint: 'live/list', at: FINAL } as const },
});

describe('an import of files', () => {
  it('changes no LIVE before the seller agrees', async () => {
    expect(await archive.stageImport(importId(1), [row()], FINAL)).toBe(1);
    expect(await archive.previewImport(importId(1))).toMatchObject([
      { state: 'new', matched: false, row: 2, file: 'july.xlsx' },
    ]);
    expect(await archive.rooms()).toEqual([]);
    await archive.discardImport(importId(1));
    const done = await archive.commitImport(importId(1), [], FINAL);
    expect(done.ok ? '' : done.fault.code).toBe('import-gone');
    expect(await archive.imports()).toEqual([]);
  });

  it('adds its LIVEs with a revision each, and says so', async () => {
    const { record } = await add(1, [row(), row({ start: 86_400, row: 3 })]);
    expect(record).toMatchObject({ added: 2, updated: 0, same: 0 });
    const rooms = await archive.rooms();
    expect(rooms.map(({ figures }) => figures.views?.value)).toEqual([1_000, 1_000]);
    const [newest] = rooms;
    if (newest === undefined) throw new Error('nothing was added');
    expect(await archive.revisions(newest.id)).toHaveLength(1);
    expect((await archive.session(newest.id))?.origins.figures?.how).toBe('file');
    expect(await archive.imports()).toEqual([record]);
  });

  it('is done once, however often it is told to be', async () => {
    const { record } = await add(1, [row()]);
    expect(await archive.commitImport(importId(1), [], later)).toEqual({ ok: true, value: record });
  });

  it('counts a message once that comes twice, and what waits longer than a day not at all', async () => {
    await archive.stageImport(importId(1), [row()], FINAL);
    expect(await archive.stageImport(importId(1), [row()], FINAL)).toBe(1);
    expect(await archive.stageImport(importId(1), [row({ row: 3 })], FINAL)).toBe(2);
    await archive.sweepImports(unixMs(FINAL + DAY_MS + 1));
    expect(await archive.previewImport(importId(1))).toEqual([]);
  });

  it('goes on after a restart with all that lay aside before, and after', async () => {
    await archive.stageImport(importId(1), [row()], FINAL);
    archive.close();
    archive = await openShop();
    await archive.stageImport(importId(1), [row({ start: 9_000, row: 3 })], FINAL);
    const states = (await archive.previewImport(importId(1))).map((one) => [one.row, one.state]);
    expect(states).toEqual([
      [2, 'new'],
      [3, 'new'],
    ]);
    const done = await archive.commitImport(importId(1), [], FINAL);
    expect(done).toMatchObject({ value: { added: 2 } });
  });

  it('finds nothing new in the same files', async () => {
    const lives = [row(), row({ start: 20, length: 700, row: 3 }), row({ id: real, start: 9_999 })];
    await add(1, lives);
    const again = await add(2, lives.toReversed(), later);
    expect(again.states).toEqual(['same', 'same', 'same']);
    expect(again.record).toMatchObject({ added: 0, updated: 0, same: 3 });
    expect(await archive.rooms()).toHaveLength(3);
  });

  it('keeps two LIVEs of one minute apart, and a row that stands twice together', async () => {
    const lives = [
      row({ length: 720 }),
      row({ length: 14_400, row: 3 }),
      row({ length: 720, row: 4 }),
    ];
    const { states } = await add(1, lives);
    expect(states).toEqual(['new', 'new', 'twice']);
    expect(await archive.rooms()).toHaveLength(2);
  });

  it('lays a nameless LIVE over the one that was answered, whose own figures stand', async () => {
    await archive.storeAll([listed(), views(real, 990, FINAL)], FINAL);
    const { preview } = await add(1, [row({ start: 30, gmv: '5000' })]);
    expect(preview).toMatchObject([{ room: real, state: 'updated', matched: true }]);
    const session = await archive.session(real);
    expect(session?.figures.views?.value).toBe(990);
    expect(session?.figures.gmv?.money.amount).toBe('5000');
    expect(await archive.rooms()).toHaveLength(1);
    expect(await archive.revisions(real)).toHaveLength(2);
  });

  it('stands above figures that were read before they were final, until they are read anew', async () => {
    const early = unixMs((BEGIN + 3_600) * 1000);
    await archive.storeAll([listed(), views(real, 400, early)], FINAL);
    await add(1, [row({ views: 1_000 })]);
    expect((await archive.session(real))?.figures.views?.value).toBe(1_000);
    await archive.store(views(real, 1_010, later), later);
    expect((await archive.session(real))?.figures.views?.value).toBe(1_010);
  });
});

describe('a LIVE that is answered after a file told of it', () => {
  it('takes over from its stand-in', async () => {
    const { preview } = await add(1, [row({ gmv: '5000' })]);
    const standIn = preview[0]?.room;
    if (standIn === undefined) throw new Error('nothing was added');
    await archive.changeSettings({
      hosts: { [standIn]: [{ name: 'Lan', startedAt: unixSeconds(BEGIN) }] },
    });
    await archive.pin(pinnedFrom(standIn));
    await archive.storeAll([listed()], later);
    expect((await archive.rooms()).map(({ id }) => id)).toEqual([real]);
    expect((await archive.pinned()).map(({ room }) => room.room)).toEqual([real]);
    expect((await archive.session(real))?.figures.gmv?.money.amount).toBe('5000');
    expect(Object.keys((await archive.settings()).hosts)).toEqual([real]);
    expect(await archive.session(standIn)).toBeUndefined();
    expect(await archive.revisions(standIn)).toEqual([]);
    expect((await add(2, [row({ gmv: '5000' })], later)).preview).toMatchObject([
      { room: real, state: 'same', matched: true },
    ]);
  });

  it('leaves a stub of the same minute alone', async () => {
    await add(1, [row({ length: 720 })]);
    await archive.storeAll([listed()], later);
    expect(await archive.rooms()).toHaveLength(2);
  });

  it('takes over from its stand-in by a file that names it, too', async () => {
    await add(1, [row({ gmv: '5000' })]);
    const { preview } = await add(2, [row({ id: real, start: 10 })], later);
    expect(preview).toMatchObject([{ room: real, state: 'updated', matched: true }]);
    expect((await archive.rooms()).map(({ id }) => id)).toEqual([real]);
    expect((await archive.session(real))?.figures.gmv?.money.amount).toBe('5000');
  });
});

describe('an import that is taken back', () => {
  const undo = async (number: number, at = later) => {
    const done = await archive.undoImport(importId(number), at);
    if (!done.ok) throw new Error(done.fault.code);
    return done.value;
  };

  it('leaves nothing of LIVEs that nothing else tells of, and stays taken back', async () => {
    const { record } = await add(1, [row(), row({ id: real, start: 9_999 })]);
    const undone = await undo(1);
    expect(undone).toEqual({ ...record, undone: { at: later, kept: 0 } });
    expect(await archive.rooms()).toEqual([]);
    expect(await archive.revisions(real)).toEqual([]);
    expect(await archive.session(real)).toBeUndefined();
    expect(await undo(1, unixMs(later + 1))).toEqual(undone);
    expect(await archive.imports()).toEqual([undone]);
  });

  it('gives back field by field what stood before, and keeps what was answered since', async () => {
    const early = unixMs((BEGIN + 3_600) * 1000);
    await archive.storeAll([listed(), views(real, 400, early)], FINAL);
    const before = await archive.session(real);
    await add(1, [row({ views: 1_000, gmv: '5000' })]);
    await undo(1);
    expect(await archive.session(real)).toEqual(before);
    await add(2, [row({ views: 1_000, gmv: '5000' })]);
    await archive.store(views(real, 1_010, later), later);
    expect(await undo(2)).toMatchObject({ undone: { kept: 0 } });
    const session = await archive.session(real);
    expect(session?.figures.views?.value).toBe(1_010);
    expect(session?.figures.gmv).toBeUndefined();
  });

  it('counts a LIVE as kept that it added and that was answered since', async () => {
    await add(1, [row({ gmv: '5000' })]);
    await archive.storeAll([listed()], later);
    expect(await undo(1)).toMatchObject({ undone: { kept: 1 } });
    expect((await archive.session(real))?.figures).toEqual({});
  });

  it('leaves a later import what it said, also where that added nothing', async () => {
    await add(1, [row({ gmv: '5000' })]);
    await add(2, [row({ gmv: '5000' })], later);
    expect(await undo(1, later)).toMatchObject({ undone: { kept: 1 } });
    const [room] = await archive.rooms();
    expect(room?.figures.gmv?.money.amount).toBe('5000');
    expect(await undo(2, later)).toMatchObject({ undone: { kept: 0 } });
    expect(await archive.rooms()).toEqual([]);
  });

  it('takes many back as it does few', async () => {
    const many = Array.from({ length: 130 }, (_, place) =>
      row({ start: place * 9_000, row: place }),
    );
    await add(1, many);
    expect((await add(2, many, later)).record).toMatchObject({ added: 0, same: 130 });
    await archive.store(views(tiktokId(2), 5, later), later);
    expect(await undo(1)).toMatchObject({ undone: { kept: 130 } });
    expect(await archive.rooms()).toHaveLength(131);
    expect(await undo(2)).toMatchObject({ undone: { kept: 0 } });
    expect(await archive.rooms()).toHaveLength(1);
  });

  it('leaves a LIVE that a plan names as it is', async () => {
    const { preview } = await add(1, [row({ gmv: '5000' })]);
    const room = preview[0]?.room;
    if (room === undefined) throw new Error('nothing was added');
    await archive.keepPlan(planFrom(room));
    expect(await undo(1)).toMatchObject({ undone: { kept: 1 } });
    expect((await archive.session(room))?.figures.gmv?.money.amount).toBe('5000');
    // Its real id comes later: what hangs on it goes along.
    await archive.storeAll([listed()], later);
    expect((await archive.plans()).map(({ madeFrom }) => madeFrom)).toEqual([real]);
  });

  it('is a fault where there is no such import', async () => {
    const done = await archive.undoImport(importId(9), FINAL);
    expect(done.ok ? '' : done.fault.code).toBe('import-gone');
  });
});

const planFrom = (room: RoomId): Plan =>
  v.parse(PlanSchema, {
    id: '00000000-0000-4000-8000-00000000000a',
    madeAt: FINAL,
    changedAt: FINAL,
    madeFrom: room,
    items: [],
    title: 'Next LIVE',
    state: 'open',
  });

const pinnedFrom = (room: RoomId): Pinned =>
  v.parse(PinnedSchema, {
    kind: 'factor',
    id: '00000000-0000-4000-8000-000000000009',
    pinnedAt: 1,
    factor: 'stay',
    rank: 'a0',
    tags: [],
    note: '',
    status: 'to-try',
    room: { room, figures: {} },
  });
