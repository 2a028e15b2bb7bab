import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PlanEndSchema, pinnedTried } from '../metrics/board/end-plan.ts';
import { ENGINE } from '../metrics/board/engine-version.ts';
import { PictureSchema, type Pinned, PinnedSchema } from '../metrics/board/pinned.ts';
import { type Plan, PlanPatchSchema, PlanSchema } from '../metrics/board/plan.ts';
import { ok } from '../metrics/fault.ts';
import { unixMs } from '../metrics/time.ts';
import { deleteShop, openShop } from './archive.fixture.ts';
import { roomA, roomB } from './parts.fixture.ts';
import type { Archive } from './types.ts';

const uuid = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;

const factorPinned = (last: number, rank: string): Pinned =>
  v.parse(PinnedSchema, {
    kind: 'factor',
    id: uuid(last),
    pinnedAt: 1_000 + last,
    factor: 'tap-through',
    room: { room: roomA, figures: {} },
    rank,
    tags: [],
    note: '',
    status: 'to-try',
  });

const item = (last: number, rank: string) => ({
  id: uuid(last),
  rank,
  title: 'Light the desk',
  how: '',
  owners: ['operator' as const],
  done: false,
  tested: last === 1,
});

const planOf = (last: number, items: ReturnType<typeof item>[]): Plan =>
  v.parse(PlanSchema, {
    id: uuid(last),
    madeAt: last,
    changedAt: last,
    madeFrom: roomA,
    title: 'Next LIVE',
    startsAt: 5_000,
    state: 'open',
    items,
  });

let archive: Archive;
beforeEach(async () => {
  archive = await openShop();
});
afterEach(() => deleteShop(archive));

describe('the board', () => {
  it('stands in the order of its ranks, whatever came first', async () => {
    await archive.pin(factorPinned(1, 'b'));
    await archive.pin(factorPinned(2, 'a'));
    expect((await archive.pinned()).map(({ rank }) => rank)).toEqual(['a', 'b']);
  });

  it('keeps what two changes at once say of different things', async () => {
    const pinned = factorPinned(1, 'a');
    await archive.pin(pinned);
    await Promise.all([
      archive.changePinned(pinned.id, { note: 'Ring light from the left.' }),
      archive.changePinned(pinned.id, { status: 'tried' }),
    ]);
    expect(await archive.pinned()).toEqual([
      { ...pinned, note: 'Ring light from the left.', status: 'tried' },
    ]);
  });

  it('keeps a note when the same thing is pinned again, by another panel or a second try', async () => {
    const pinned = factorPinned(1, 'a');
    await archive.pin(pinned);
    await archive.changePinned(pinned.id, { note: 'Ring light.' });
    expect((await archive.pin(pinned)).note).toBe('Ring light.');
    expect((await archive.pinned()).map(({ note }) => note)).toEqual(['Ring light.']);
  });

  it('writes no note over one that another window wrote since it was begun', async () => {
    const pinned = factorPinned(1, 'a');
    await archive.pin(pinned);
    const began = { note: '' };
    const [one, other] = await Promise.all([
      archive.changePinned(pinned.id, { note: 'Ring light.' }, began),
      archive.changePinned(pinned.id, { note: 'Greet by name.' }, began),
    ]);
    expect(one.ok).toBe(true);
    expect(other).toMatchObject({ ok: false, fault: { code: 'changed-meanwhile' } });
    // A worker that ended before it answered is asked the same again.
    const again = await archive.changePinned(pinned.id, { note: 'Ring light.' }, began);
    expect(again.ok).toBe(true);
    expect((await archive.pinned()).map(({ note }) => note)).toEqual(['Ring light.']);
  });

  it('keeps the pictures of LIVEs beside it, as long as something of them stands on it', async () => {
    const pinned = factorPinned(1, 'a');
    const picture = v.parse(PictureSchema, 'data:image/webp;base64,UklGRg==');
    await archive.pin(pinned);
    await archive.keepPicture(roomA, picture);
    await archive.keepPicture(roomB, picture);
    await archive.sweepPictures();
    expect(await archive.pictures([roomA, roomB])).toEqual(new Map([[roomA, picture]]));
    await archive.unpin(pinned.id);
    // What was taken off may be put back: its picture waits for that until the next sweep.
    expect((await archive.pictures([roomA])).size).toBe(1);
    await archive.sweepPictures();
    expect((await archive.pictures([roomA])).size).toBe(0);
  });

  it('says that a thing is gone instead of bringing it back by a change', async () => {
    const pinned = factorPinned(1, 'a');
    await archive.pin(pinned);
    await archive.unpin(pinned.id);
    expect(await archive.changePinned(pinned.id, { note: 'late' })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await archive.pinned()).toEqual([]);
  });
});

describe('plans', () => {
  it('are changed item by item, kept in order, and lose an optional field on request', async () => {
    const plan = planOf(7, [item(1, 'a'), item(2, 'b')]);
    await archive.keepPlan(plan);
    const first = archive.changePlan(plan.id, { items: { [uuid(3)]: itemAt(3, 'aV') } }, unixMs(8));
    const second = archive.changePlan(
      plan.id,
      { items: { [uuid(2)]: null }, startsAt: null, triedIn: roomB },
      unixMs(9),
    );
    await Promise.all([first, second]);
    const [kept] = await archive.plans();
    expect(kept?.items.map(({ id }) => id)).toEqual([uuid(1), uuid(3)]);
    expect(kept).toMatchObject({ triedIn: roomB, changedAt: 9 });
    expect(kept?.startsAt).toBeUndefined();
  });

  it('stay as they were when a change breaks them, and say why', async () => {
    const plan = planOf(7, [item(1, 'a')]);
    await archive.keepPlan(plan);
    const ids = Array.from({ length: 100 }, (_, place) => uuid(place + 2));
    const items = Object.fromEntries(ids.map((id) => [id, { ...itemAt(2, 'b'), id }]));
    const many = v.parse(PlanPatchSchema, { items });
    const reply = await archive.changePlan(plan.id, many, unixMs(8));
    expect(reply).toMatchObject({ ok: false, fault: { code: 'plan-full' } });
    expect(await archive.plans()).toEqual([plan]);
  });

  it('have no words written over those that another window wrote since they were begun', async () => {
    const plan = planOf(7, [item(1, 'a0')]);
    await archive.keepPlan(plan);
    const how = (words: string, began: string) =>
      archive.changePlan(plan.id, { items: { [uuid(1)]: { how: words } } }, unixMs(8), {
        [uuid(1)]: { how: began },
      });
    const replies = await Promise.all([how('Ring light.', ''), how('Desk lamp.', '')]);
    expect(replies.map(({ ok }) => ok)).toEqual([true, false]);
    expect(replies[1]).toMatchObject({ fault: { code: 'changed-meanwhile' } });
    expect((await how('Desk lamp.', 'Ring light.')).ok).toBe(true);
    expect((await archive.plans())[0]?.items[0]?.how).toBe('Desk lamp.');
  });

  it('are open one at a time: of two made in the same moment one takes in what the other holds', async () => {
    const beside = await openShop();
    const ofLight = (last: number) => ({ ...item(last, 'a0'), factor: 'light' });
    const one = v.parse(PlanSchema, { ...planOf(7, []), items: [ofLight(1), item(2, 'a1')] });
    const other = v.parse(PlanSchema, {
      ...planOf(8, []),
      items: [{ ...ofLight(4), tested: true }, item(5, 'a1')],
    });
    const stand = await Promise.all([archive.keepPlan(one), beside.keepPlan(other)]);
    // A worker that ended before it answered is asked the same again.
    await beside.keepPlan(other);
    beside.close();
    const plans = await archive.plans();
    expect(plans.map(({ id }) => id)).toEqual([one.id]);
    expect(plans[0]?.items.map(({ id }) => id)).toEqual([uuid(1), uuid(2), uuid(5)]);
    expect(plans[0]?.items.map(({ tested }) => tested)).toEqual([true, false, false]);
    expect(stand[1]).toEqual({ ok: true, value: plans[0] });
  });

  it('are not opened again beside one that is open, and say so', async () => {
    const closed = v.parse(PlanSchema, { ...planOf(7, []), state: 'closed' });
    await archive.keepPlan(closed);
    await archive.keepPlan(planOf(8, []));
    const reply = await archive.changePlan(closed.id, { state: 'open' }, unixMs(9));
    expect(reply).toMatchObject({ ok: false, fault: { code: 'plan-open' } });
    expect((await archive.plans()).map(({ state }) => state)).toEqual(['open', 'closed']);
    await archive.changePlan(planOf(8, []).id, { state: 'closed' }, unixMs(10));
    expect((await archive.changePlan(closed.id, { state: 'open' }, unixMs(11))).ok).toBe(true);
  });

  it('lose nothing where one open plan can’t take in all that another holds', async () => {
    const many = Array.from({ length: 100 }, (_, place) => item(place + 1, 'a0'));
    await archive.keepPlan(planOf(700, many));
    const reply = await archive.keepPlan(planOf(800, [item(900, 'a0')]));
    expect(reply).toMatchObject({ ok: false, fault: { code: 'plan-full' } });
    expect((await archive.plans()).map(({ items }) => items.length)).toEqual([100]);
  });

  describe('that are ended', () => {
    const end = v.parse(PlanEndSchema, {
      triedIn: roomB,
      afterwards: 'kept',
      endedWith: { engine: ENGINE },
    });
    /** Three items with something pinned each: done, not done, under test; the fourth was tried before. */
    const withPinned = async (): Promise<Plan> => {
      for (const [place, status] of ['to-try', 'to-try', 'to-try', 'tried'].entries()) {
        const pinned = factorPinned(100 + place, `a${place}`);
        await archive.pin(v.parse(PinnedSchema, { ...pinned, status }));
      }
      const items = [0, 1, 2, 3, 4].map((place) => ({
        ...item(10 + place, `a${place}`),
        pinned: uuid(100 + place),
        done: place !== 1 && place !== 2,
        tested: place === 2,
      }));
      const plan = v.parse(PlanSchema, { ...planOf(1, []), items });
      await archive.keepPlan(plan);
      return plan;
    };
    const tried = async (): Promise<string[]> =>
      (await archive.pinned()).filter(({ status }) => status === 'tried').map(({ id }) => id);

    it('mark as tried what was pinned for items done or under test, where it is on the board', async () => {
      const plan = await withPinned();
      const ended = await archive.endPlan(plan.id, end, unixMs(9));
      expect(ended).toMatchObject({
        value: { plan: { state: 'closed', triedIn: roomB }, tried: [uuid(100), uuid(102)] },
      });
      expect(await tried()).toEqual([uuid(100), uuid(102), uuid(103)]);
    });

    it('give back the board too when that is undone, but nothing that was tried before', async () => {
      const plan = await withPinned();
      const ended = await archive.endPlan(plan.id, end, unixMs(9));
      const marked = ended.ok ? (ended.value?.tried ?? []) : [];
      const opened = await archive.reopenPlan(plan.id, {}, marked, unixMs(10));
      expect(opened).toMatchObject({ ok: true, value: { plan: { state: 'open' } } });
      expect((await archive.plans())[0]).not.toHaveProperty('triedIn');
      expect(await tried()).toEqual([uuid(103)]);
    });

    it('leave the board alone where the plan stays as it is', async () => {
      const plan = await withPinned();
      await archive.endPlan(plan.id, end, unixMs(9));
      await archive.keepPlan(planOf(2, []));
      const before = await tried();
      const opened = await archive.reopenPlan(plan.id, {}, [...pinnedTried(plan)], unixMs(10));
      expect(opened).toMatchObject({ ok: false, fault: { code: 'plan-open' } });
      expect(await tried()).toEqual(before);
      expect(await archive.endPlan(planOf(3, []).id, end, unixMs(9))).toEqual(ok(undefined));
    });
  });

  it('stand newest first and go when they are dropped', async () => {
    await archive.keepPlan(v.parse(PlanSchema, { ...planOf(7, []), state: 'closed' }));
    await archive.keepPlan(planOf(8, []));
    expect((await archive.plans()).map(({ madeAt }) => madeAt)).toEqual([8, 7]);
    await archive.dropPlan(planOf(8, []).id);
    expect((await archive.plans()).map(({ madeAt }) => madeAt)).toEqual([7]);
  });
});

function itemAt(last: number, rank: string): Plan['items'][number] {
  const [made] = planOf(1, [item(last, rank)]).items;
  if (made === undefined) throw new Error('no item');
  return made;
}
