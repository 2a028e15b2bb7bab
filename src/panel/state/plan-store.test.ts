import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ENGINE } from '../../metrics/board/engine-version.ts';
import { PinnedIdSchema } from '../../metrics/board/pinned.ts';
import { type Plan, type PlanItem, PlanPatchSchema, PlanSchema } from '../../metrics/board/plan.ts';
import { failed, fault, ok } from '../../metrics/fault.ts';
import type { Verb } from '../../platform/protocol.ts';
import { createPlanStore, type PlanStore } from './plan-store.ts';
import { NOW, roomId, settle, testPorts } from './ports.fixture.ts';

const planOf = (last: number, title = 'Next LIVE'): Plan =>
  v.parse(PlanSchema, {
    id: `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`,
    madeAt: last,
    changedAt: last,
    madeFrom: roomId(1),
    title,
    state: 'open',
    items: [],
  });

let world: Awaited<ReturnType<typeof testPorts>>;
let store: PlanStore;
beforeEach(async () => {
  world = await testPorts();
  store = createPlanStore(world.ports);
});
afterEach(() => world.close());

async function answer(verb: Verb, value: Parameters<(typeof world.asked)[0]['answer']>[0]) {
  await settle(() => world.asked.some((asked) => asked.verb === verb));
  const place = world.asked.findIndex((asked) => asked.verb === verb);
  world.asked.splice(place, 1)[0]?.answer(value);
}
const titles = () => store.view.value.plans.map(({ title }) => title);

const item = (last: number) => ({
  id: `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`,
  rank: 'a0',
  title: 'Light the desk',
  how: '',
  owners: ['host'],
  done: false,
  tested: false,
});

describe('the plans in the panel', () => {
  it('are unknown until read, and read again at every change', async () => {
    const reading = store.read('sample');
    expect(store.view.value).toEqual({ plans: [], known: false });
    expect(world.asked[0]?.request).toEqual({ which: 'sample' });
    await answer('plan.list', ok({ plans: [planOf(1)] }));
    await reading;
    expect(titles()).toEqual(['Next LIVE']);
    await world.archive.keepPlan(planOf(2));
    await answer('plan.list', ok({ plans: [planOf(2, 'Newer'), planOf(1)] }));
    await settle(() => titles().length === 2);
    expect(titles()).toEqual(['Newer', 'Next LIVE']);
  });

  it('show a change at once, and take it back with the reason when it can’t be kept', async () => {
    void store.read('shop');
    await answer('plan.list', ok({ plans: [planOf(1)] }));
    await settle(() => store.view.value.known);
    const changing = store.change(planOf(1).id, { title: 'Friday' });
    expect(titles()).toEqual(['Friday']);
    expect(store.view.value.plans[0]?.changedAt).toBe(NOW);
    await answer('plan.change', failed(fault('storage-full')));
    await answer('plan.list', ok({ plans: [planOf(1)] }));
    expect((await changing).ok).toBe(false);
    expect(titles()).toEqual(['Next LIVE']);
    expect(store.view.value.fault?.code).toBe('storage-full');
    store.view.value.again?.();
    expect(titles()).toEqual(['Friday']);
    await answer('plan.change', ok({ plan: planOf(1, 'Friday') }));
    await answer('plan.list', ok({ plans: [planOf(1, 'Friday')] }));
    await settle(() => world.asked.length === 0);
    expect(titles()).toEqual(['Friday']);
    expect(store.view.value).toEqual({ plans: [planOf(1, 'Friday')], known: true });
  });

  it('end and open again at once, and tell what was marked as tried', async () => {
    void store.read('shop');
    await answer('plan.list', ok({ plans: [planOf(1)] }));
    await settle(() => store.view.value.known);
    const how = { triedIn: roomId(2), afterwards: 'kept', endedWith: { engine: ENGINE } } as const;
    const ending = store.end(planOf(1).id, how);
    const closed = { ...planOf(1), ...how, state: 'closed', changedAt: NOW };
    expect(store.view.value.plans).toEqual([closed]);
    const tried = [v.parse(PinnedIdSchema, item(7).id)];
    await answer('plan.end', ok({ plan: closed, tried }));
    await answer('plan.list', ok({ plans: [closed] }));
    expect(await ending).toEqual(tried);
    const opening = store.reopen(planOf(1), tried);
    expect(store.view.value.plans).toEqual([{ ...planOf(1), changedAt: NOW }]);
    expect(world.asked.at(-1)).toMatchObject({ verb: 'plan.reopen', request: { tried } });
    await answer('plan.reopen', ok({ plan: planOf(1) }));
    await answer('plan.list', ok({ plans: [planOf(1)] }));
    await opening;
  });

  it('give back the board though it took two tries to end them', async () => {
    void store.read('shop');
    await answer('plan.list', ok({ plans: [planOf(1)] }));
    await settle(() => store.view.value.known);
    const how = { triedIn: roomId(2), afterwards: 'kept', endedWith: { engine: ENGINE } } as const;
    const ending = store.end(planOf(1).id, how);
    await answer('plan.end', failed(fault('storage-full')));
    await answer('plan.list', ok({ plans: [planOf(1)] }));
    const first = await ending;
    store.view.value.again?.();
    const tried = [v.parse(PinnedIdSchema, item(7).id)];
    const closed = { ...planOf(1), ...how, state: 'closed', changedAt: NOW };
    await answer('plan.end', ok({ plan: closed, tried }));
    await answer('plan.list', ok({ plans: [closed] }));
    await settle(() => world.asked.length === 0);
    void store.reopen(planOf(1), first);
    expect(world.asked.at(-1)).toMatchObject({ verb: 'plan.reopen', request: { tried } });
  });

  it('mark nothing on the board where the end could not be kept', async () => {
    void store.read('shop');
    await answer('plan.list', ok({ plans: [planOf(1)] }));
    await settle(() => store.view.value.known);
    const how = { triedIn: roomId(2), afterwards: 'kept', endedWith: { engine: ENGINE } } as const;
    const ending = store.end(planOf(1).id, how);
    await answer('plan.end', failed(fault('storage-full')));
    await answer('plan.list', ok({ plans: [planOf(1)] }));
    expect(await ending).toEqual([]);
    expect(store.view.value).toMatchObject({ plans: [planOf(1)], fault: { code: 'storage-full' } });
  });

  it('say that what was made went into a plan of another window, until the next change', async () => {
    void store.read('shop');
    await answer('plan.list', ok({ plans: [] }));
    await settle(() => store.view.value.known);
    const adding = store.add(planOf(2));
    await answer('plan.add', ok({ plan: planOf(1) }));
    await answer('plan.list', ok({ plans: [planOf(1)] }));
    await adding;
    expect(store.view.value).toMatchObject({ plans: [planOf(1)], joined: true });
    void store.change(planOf(1).id, { title: 'Friday' });
    expect(store.view.value.joined).toBeUndefined();
    await answer('plan.change', ok({ plan: planOf(1, 'Friday') }));
    await answer('plan.list', ok({ plans: [planOf(1, 'Friday')] }));
  });

  it('never go back to what was known before while changes are under way', async () => {
    void store.read('shop');
    await answer('plan.list', ok({ plans: [planOf(1)] }));
    await settle(() => store.view.value.known);
    void store.change(planOf(1).id, { title: 'Friday' });
    void store.change(planOf(1).id, { title: 'Saturday' });
    await answer('plan.change', ok({ plan: planOf(1, 'Friday') }));
    expect(titles()).toEqual(['Saturday']);
    await answer('plan.change', ok({ plan: planOf(1, 'Saturday') }));
    await answer('plan.list', ok({ plans: [planOf(1, 'Saturday')] }));
    await settle(() => world.asked.length === 0);
    expect(titles()).toEqual(['Saturday']);
  });

  it('stay as they are when a change would break them, and say why', async () => {
    void store.read('shop');
    await answer('plan.list', ok({ plans: [planOf(1)] }));
    await settle(() => store.view.value.known);
    const many = Array.from({ length: 101 }, (_, last) => item(last));
    const items = Object.fromEntries(many.map((one) => [one.id, one]));
    const patch = v.parse(PlanPatchSchema, { items });
    const reply = await store.change(planOf(1).id, patch);
    expect(reply).toMatchObject({ ok: false, fault: { code: 'plan-full' } });
    expect(store.view.value.plans).toEqual([planOf(1)]);
    expect(store.view.value.fault?.code).toBe('plan-full');
    expect(world.asked).toEqual([]);
  });

  it('remember what was taken out of them, until it is back', async () => {
    const written = { ...item(5), how: 'Ring light.', factor: 'light' };
    const plan = v.parse(PlanSchema, { ...planOf(1), items: [written], guardRail: 'aov' });
    void store.read('shop');
    await answer('plan.list', ok({ plans: [plan] }));
    await settle(() => store.view.value.known);
    const fits = ({ factor }: PlanItem) => factor === 'light';
    void store.change(plan.id, { items: { [written.id]: null } });
    const without = store.view.value.plans[0] ?? plan;
    expect(store.taken(without, fits)).toMatchObject({ item: written, guardRail: 'aov' });
    expect(store.taken(without, () => false)).toBeUndefined();
    expect(store.taken(planOf(2), fits)).toBeUndefined();
    expect(store.taken(plan, fits)).toBeUndefined();
  });

  it('of another archive never mix with those before', async () => {
    void store.read('shop');
    await answer('plan.list', ok({ plans: [planOf(1)] }));
    await settle(() => titles().length === 1);
    void store.read('sample');
    expect(store.view.value).toEqual({ plans: [], known: false });
  });

  it('of another archive are known though a change to those before is still under way', async () => {
    void store.read('shop');
    await answer('plan.list', ok({ plans: [planOf(1)] }));
    await settle(() => store.view.value.known);
    const changing = store.change(planOf(1).id, { title: 'Friday' });
    void store.read('sample');
    await answer('plan.list', ok({ plans: [planOf(2, 'Sample')] }));
    await answer('plan.change', ok({ plan: planOf(1, 'Friday') }));
    await answer('plan.list', ok({ plans: [planOf(2, 'Sample')] }));
    await changing;
    expect(store.view.value).toEqual({ plans: [planOf(2, 'Sample')], known: true });
  });
});
