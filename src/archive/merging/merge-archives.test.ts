import 'fake-indexeddb/auto';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { type Pinned, PinnedSchema } from '../../metrics/board/pinned.ts';
import { type Plan, PlanSchema } from '../../metrics/board/plan.ts';
import { type LiveNote, NoteSchema } from '../../metrics/note.ts';
import type { SessionPart } from '../../metrics/session.ts';
import type { SnapshotId } from '../../metrics/snapshot.ts';
import { unixMs } from '../../metrics/time.ts';
import { FINAL, importId, row } from '../imports/imports.fixture.ts';
import { measuredOf } from '../measurements.fixture.ts';
import { arrivals, ordered, roomA, roomB, START, views } from '../parts.fixture.ts';
import { clearAll, dump, name, worker } from '../snapshots/snapshots.fixture.ts';
import type { Archive } from '../types.ts';

afterEach(clearAll);

const uuid = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const pinnedOf = (last: number, note = ''): Pinned =>
  v.parse(PinnedSchema, {
    kind: 'factor',
    id: uuid(last),
    pinnedAt: last,
    factor: 'tap-through',
    room: { room: roomA, figures: {} },
    rank: `a${last}`,
    tags: [],
    note,
    status: 'to-try',
  });
const planOf = (last: number, title: string, changedAt = last): Plan =>
  v.parse(PlanSchema, {
    id: uuid(last),
    madeAt: last,
    changedAt,
    madeFrom: roomA,
    title,
    state: 'open',
    items: [
      {
        id: uuid(100 + last),
        rank: 'a1',
        title: `Deed of ${title}`,
        how: '',
        owners: ['host'],
        done: false,
        tested: true,
      },
    ],
  });

/** An archive that was filled and copied, deleted, and filled anew: the copy's id and both. */
async function twoStates(
  then: (archive: Archive) => Promise<unknown>,
  now: (archive: Archive) => Promise<unknown>,
): Promise<{
  readonly id: SnapshotId;
  readonly merge: () => Promise<unknown>;
  readonly archive: Archive;
}> {
  const { archives, open } = worker();
  const archive = await open();
  await then(archive);
  const copied = await archives.copy('shop', 'backup');
  if (!copied.ok || copied.value === undefined) throw new Error('nothing was copied');
  const { id } = copied.value;
  await archive.forget();
  await now(archive);
  return {
    id,
    archive,
    merge: async () => {
      const done = await archives.merge('shop', id);
      if (!done.ok) throw new Error(`${done.fault.code} ${done.fault.detail}`);
      return done.value.merged;
    },
  };
}

describe('a merge of a snapshot with what is here', () => {
  it('has every LIVE of both, and of one that both have the newer of each field', async () => {
    const titled: SessionPart = { room: { id: roomA, title: 'Masks' } };
    const { merge, archive } = await twoStates(
      async (old) => {
        await old.store(views(roomA, 1, START), START);
        await old.store(titled, START);
        await old.store(views(roomB, 2, START), START);
      },
      async (fresh) => {
        await fresh.store(views(roomA, 9, FINAL), FINAL);
      },
    );
    expect(await merge()).toEqual({ added: 1, completed: 0, kept: 0 });
    expect((await archive.session(roomA))?.figures.views?.value).toBe(9);
    expect((await archive.session(roomA))?.room.title).toBe('Masks');
    expect((await archive.session(roomB))?.figures.views?.value).toBe(2);
    expect((await archive.revisions(roomA)).map(({ figures }) => figures.views?.value)).toEqual([
      1, 9,
    ]);
  });

  it('comes to the same whichever of the two is here, however their answers were spread', async () => {
    const spread = arrivals(roomA, 6).chain((all) =>
      fc.record({
        parts: fc.constant(all.arriving),
        first: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(spread, async ({ parts, first }) => {
        const sides = [true, false].map((side) => async (archive: Archive) => {
          // Something of its own, so that neither is empty.
          await archive.store(views(roomB, 1, START), START);
          for (const [place, part] of parts.entries()) {
            if ((first[place] ?? false) === side) await archive.store(part, START);
          }
        });
        const merged: unknown[] = [];
        for (const [one, other] of [sides, sides.toReversed()]) {
          if (one === undefined || other === undefined) throw new Error('two sides');
          const { merge, archive } = await twoStates(one, other);
          await merge();
          const session = await archive.session(roomA);
          merged.push(session && ordered(session));
          await clearAll();
        }
        expect(merged[0]).toEqual(merged[1]);
      }),
      { numRuns: 12 },
    );
  });

  it('changes nothing the second time, and is undone by the snapshot of before', async () => {
    const { archives, open } = worker();
    const archive = await open();
    await archive.store(views(roomA, 1, START), START);
    await archive.pin(pinnedOf(1, 'more light'));
    const copied = await archives.copy('shop', 'backup');
    if (!copied.ok || copied.value === undefined) throw new Error('nothing was copied');
    await archive.store(views(roomB, 2, FINAL), FINAL);
    const before = await dump(name);
    const first = await archives.merge('shop', copied.value.id);
    const once = await dump(name);
    await archives.merge('shop', copied.value.id);
    expect(await dump(name)).toEqual(once);
    if (!first.ok || first.value.before === undefined) throw new Error('nothing to go back to');
    await archives.restore('shop', first.value.before.id);
    expect(await dump(name)).toEqual(before);
  });

  it('keeps the board and the notes of both', async () => {
    const { merge, archive } = await twoStates(
      async (old) => {
        await old.pin(pinnedOf(1, 'softer light'));
        await old.pin(pinnedOf(2, 'only then'));
      },
      async (fresh) => {
        await fresh.pin(pinnedOf(1, 'the lamp on the left'));
        await fresh.pin(pinnedOf(3, 'only now'));
      },
    );
    expect(await merge()).toEqual({ added: 0, completed: 0, kept: 0 });
    expect((await archive.pinned()).map(({ note }) => note)).toEqual([
      'the lamp on the left\n\nsofter light',
      'only then',
      'only now',
    ]);
  });

  it('keeps the notes on LIVEs of both, and finds LIVEs by what both told', async () => {
    const noteOf = (last: number, words: string): LiveNote =>
      v.parse(NoteSchema, {
        id: uuid(last),
        room: roomA,
        words,
        writtenAt: last,
        changedAt: last,
      });
    const { merge, archive } = await twoStates(
      async (old) => {
        await old.store({ room: { id: roomA, title: 'Masks' } }, START);
        await old.keepNote(noteOf(1, 'Softer light'));
        await old.keepNote(noteOf(2, 'Only then'));
      },
      async (fresh) => {
        await fresh.store({ room: { id: roomB, title: 'Lamps' } }, START);
        await fresh.keepNote(noteOf(1, 'The lamp fell'));
        await fresh.keepNote(noteOf(3, 'Only now'));
      },
    );
    await merge();
    await merge();
    expect((await archive.notes()).map(({ words }) => words)).toEqual([
      'The lamp fell / Softer light',
      'Only then',
      'Only now',
    ]);
    const titles = (await archive.findable()).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(['Lamps', 'Masks']);
  });

  it('says of how many notes there was no room for both, and keeps those of here', async () => {
    const long = 'x'.repeat(3_000);
    const { merge, archive } = await twoStates(
      (old) => old.pin(pinnedOf(1, `${long}y`)),
      (fresh) => fresh.pin(pinnedOf(1, `${long}z`)),
    );
    expect(await merge()).toMatchObject({ kept: 1 });
    expect((await archive.pinned())[0]?.note).toBe(`${long}z`);
  });

  it('has one open plan, of here, with the deeds of both, and of one plan the later words', async () => {
    const { merge, archive } = await twoStates(
      async (old) => {
        await old.keepPlan({ ...planOf(1, 'Then'), state: 'closed' });
        await old.keepPlan(planOf(2, 'Open then'));
      },
      async (fresh) => {
        await fresh.keepPlan({ ...planOf(1, 'Later', 50), state: 'closed' });
        await fresh.keepPlan(planOf(3, 'Open now'));
      },
    );
    await merge();
    const plans = await archive.plans();
    expect(plans.map(({ title, state }) => [title, state])).toEqual([
      ['Open now', 'open'],
      ['Later', 'closed'],
    ]);
    expect(plans[0]?.items.map(({ title }) => title)).toEqual([
      'Deed of Open now',
      'Deed of Open then',
    ]);
    expect(plans[0]?.items.filter(({ tested }) => tested)).toHaveLength(1);
  });

  it('has the choices of here, and for single LIVEs those of both', async () => {
    const { merge, archive } = await twoStates(
      (old) => old.changeSettings({ versus: 'best', ownLives: { [roomA]: 'out' } }),
      (fresh) => fresh.changeSettings({ versus: 'last', ownLives: { [roomB]: 'out' } }),
    );
    await merge();
    const { versus, ownLives } = await archive.settings();
    expect(versus).toBe('last');
    expect(Object.keys(ownLives).sort()).toEqual([roomA, roomB].sort());
  });

  it('keeps a LIVE of a file that was taken back since, where something on the board names it', async () => {
    const { archives, open } = worker();
    const archive = await open();
    const id = importId(1);
    await archive.stageImport(id, [row({ id: roomA })], FINAL);
    await archive.commitImport(id, [{ name: 'july.xlsx', lives: 1 }], FINAL);
    await archive.pin(pinnedOf(1));
    const copied = await archives.copy('shop', 'backup');
    if (!copied.ok || copied.value === undefined) throw new Error('nothing was copied');
    await archive.unpin(pinnedOf(1).id);
    await archive.undoImport(id, FINAL);
    expect(await archive.rooms()).toHaveLength(0);
    await archives.merge('shop', copied.value.id);
    expect((await archive.rooms()).map((room) => room.id)).toEqual([roomA]);
    expect(await archive.pinned()).toHaveLength(1);
  });

  it('brings back no rows of a file that was taken back since', async () => {
    const { archives, open } = worker();
    const archive = await open();
    const live = row();
    const id = importId(1);
    await archive.stageImport(id, [live], FINAL);
    await archive.commitImport(id, [{ name: 'july.xlsx', lives: 1 }], FINAL);
    const copied = await archives.copy('shop', 'backup');
    if (!copied.ok || copied.value === undefined) throw new Error('nothing was copied');
    await archive.undoImport(id, FINAL);
    expect(await archive.rooms()).toHaveLength(0);
    await archives.merge('shop', copied.value.id);
    expect(await archive.rooms()).toHaveLength(0);
    expect((await archive.imports())[0]?.undone).toBeDefined();
  });

  it('keeps of what was measured of a recording what says more', async () => {
    const { archive, merge } = await twoStates(
      async (before) => {
        await before.keepMeasures(measuredOf(roomA));
        await before.keepMeasures(measuredOf(roomB, { complete: false }));
      },
      async (after) => {
        const readAt = unixMs(START + 1);
        await after.keepMeasures(measuredOf(roomA, { readAt, complete: false }));
        await after.keepMeasures(measuredOf(roomB, { readAt }));
      },
    );
    await merge();
    expect(await archive.measures([roomA, roomB])).toEqual([
      measuredOf(roomA),
      measuredOf(roomB, { readAt: unixMs(START + 1) }),
    ]);
  });
});
