import { signal } from '@preact/signals';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ENGINE, type EndedWith } from '../../metrics/board/engine-version.ts';
import { type Pinned, PinnedSchema } from '../../metrics/board/pinned.ts';
import { type PlanPatch, PlanSchema } from '../../metrics/board/plan.ts';
import { failed, fault, ok } from '../../metrics/fault.ts';
import { roomId } from '../state/ports.fixture.ts';
import { endPlan, takeBackEnd } from './ending.ts';

const told: EndedWith = {
  engine: ENGINE,
  told: { verdict: 'better', ratio: { value: 1.2, low: 1.1, high: 1.3 } },
};
const uuid = (place: number): string =>
  `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
const item = (place: number, done: boolean, tested: boolean, pinned = true) => ({
  id: uuid(place),
  rank: `a${place}`,
  title: 'x',
  how: '',
  owners: ['host'],
  done,
  tested,
  ...(pinned ? { pinned: uuid(100 + place) } : {}),
});
const plan = v.parse(PlanSchema, {
  id: uuid(0),
  madeAt: 0,
  changedAt: 0,
  madeFrom: roomId(1),
  title: 'x',
  state: 'open',
  items: [
    item(1, true, false),
    item(2, false, false),
    item(3, false, true),
    item(4, true, true, false),
    item(5, true, false),
    item(6, true, false),
  ],
});
const pinnedAt = (place: number, status: Pinned['status']): Pinned =>
  v.parse(PinnedSchema, {
    kind: 'factor',
    id: uuid(100 + place),
    pinnedAt: 0,
    rank: `a${place}`,
    tags: [],
    note: '',
    status,
    factor: 'reach',
    room: { room: roomId(1), figures: {} },
  });

/** A board on which 5 was tried before, and from which 6 was taken; changes are noted. */
function appOf({ full = false } = {}) {
  const pinned = signal([1, 2, 3].map((place) => pinnedAt(place, 'to-try')));
  pinned.value = [...pinned.value, pinnedAt(5, 'tried')];
  const asked: string[] = [];
  const patches: PlanPatch[] = [];
  const app = {
    plans: {
      change: async (_: unknown, patch: PlanPatch) => {
        patches.push(patch);
        return full ? failed(fault('storage-full')) : ok({});
      },
    },
    board: {
      get view() {
        return signal({ pinned: pinned.value, known: true });
      },
      change: async (id: Pinned['id'], patch: Partial<Pick<Pinned, 'status'>>) => {
        asked.push(id);
        pinned.value = pinned.value.map((one) => (one.id === id ? { ...one, ...patch } : one));
        return ok({});
      },
    },
  };
  const tried = () =>
    pinned.value.flatMap(({ id, status }) => (status === 'tried' ? [Number(id.slice(-3))] : []));
  return { app, asked, patches, tried };
}

describe('a plan that is ended', () => {
  it('marks as tried what was pinned for items done or under test, where it is on the board', async () => {
    const { app, asked, patches, tried } = appOf();
    await endPlan(app, plan, roomId(2), 'kept', told);
    expect(patches).toEqual([
      { state: 'closed', triedIn: roomId(2), afterwards: 'kept', endedWith: told },
    ]);
    expect(tried()).toEqual([101, 103, 105]);
    expect(asked).toEqual([uuid(101), uuid(103)]);
  });

  it('leaves the board alone where it couldn’t be kept', async () => {
    const { app, tried } = appOf({ full: true });
    expect(await endPlan(app, plan, roomId(2), 'kept', told)).toEqual([]);
    expect(tried()).toEqual([105]);
  });

  it('gives back the board too when that is undone, but nothing that was tried before', async () => {
    const { app, patches, tried } = appOf();
    await takeBackEnd(app, plan, endPlan(app, plan, roomId(2), 'taken-back', told));
    expect(patches.at(-1)).toEqual({
      state: 'open',
      triedIn: null,
      afterwards: null,
      endedWith: null,
    });
    expect(tried()).toEqual([105]);
  });
});
