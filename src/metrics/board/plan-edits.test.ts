import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { seconds, unixMs } from '../time.ts';
import { type Plan, PlanSchema, patchedPlan } from './plan.ts';
import {
  edited,
  movedItem,
  putBack,
  reminding,
  removed,
  starting,
  tested,
  testedOf,
  toldBy,
} from './plan-edits.ts';

const uuid = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const HOUR = 3_600_000;
const item = (last: number, rest: object = {}) => ({
  id: uuid(last),
  rank: `a${last}`,
  title: `Deed ${last}`,
  how: '',
  owners: ['host'],
  done: false,
  tested: false,
  ...rest,
});
const planOf = (rest: object = {}): Plan =>
  v.parse(PlanSchema, {
    id: uuid(99),
    madeAt: 1,
    changedAt: 1,
    madeFrom: '7649951805363391253',
    title: 'Next LIVE',
    state: 'open',
    items: [
      item(1, { metric: 'ctor', tested: true }),
      item(2, { metric: 'tapThroughRate' }),
      item(3),
    ],
    guardRail: 'aov',
    ...rest,
  });
const changed = (plan: Plan, patch: Parameters<typeof patchedPlan>[1]): Plan => {
  const next = patchedPlan(plan, patch, unixMs(2));
  if (!next.ok) throw new Error(next.fault.detail);
  return next.value;
};
const at = (plan: Plan, place: number) => {
  const found = plan.items[place];
  if (found === undefined) throw new Error('no such item');
  return found;
};

describe('the change under test', () => {
  it('is one, and its recommended guard rail comes with it', () => {
    const plan = planOf();
    const next = changed(plan, tested(plan, at(plan, 1).id));
    expect(next.items.map((one) => one.tested)).toEqual([false, true, false]);
    expect(next.guardRail).toBe('liveCtr');
  });

  it('keeps a guard rail that the seller chose, unless it would guard itself', () => {
    const chosen = planOf({ guardRail: 'gmvPerHour' });
    expect(changed(chosen, tested(chosen, at(chosen, 1).id)).guardRail).toBe('gmvPerHour');
    const itself = planOf({ guardRail: 'tapThroughRate' });
    expect(changed(itself, tested(itself, at(itself, 1).id)).guardRail).toBe('liveCtr');
  });

  it('can be none, and then nothing is guarded', () => {
    const plan = planOf();
    const next = changed(plan, tested(plan, undefined));
    expect(testedOf(next)).toBeUndefined();
    expect(next.guardRail).toBeUndefined();
  });

  it('is none any more once no figure tells it', () => {
    const plan = planOf();
    const next = changed(plan, toldBy(plan, at(plan, 0), undefined));
    expect(testedOf(next)).toBeUndefined();
    expect(at(next, 0).metric).toBeUndefined();
    expect(changed(plan, toldBy(plan, at(plan, 0), 'aov')).guardRail).toBe('ctor');
  });
});

describe('an item', () => {
  it('that two panels change at once keeps what each of them did', () => {
    const plan = planOf();
    const renamed = changed(plan, edited(at(plan, 0), { title: 'Say the price first' }));
    // The other panel still shows it as it was.
    const both = [edited(at(plan, 0), { done: true }), toldBy(plan, at(plan, 0), 'aov')];
    const next = both.reduce(changed, renamed);
    expect(at(next, 0)).toMatchObject({ title: 'Say the price first', done: true, metric: 'aov' });
    const untold = changed(next, toldBy(plan, at(plan, 0), undefined));
    expect(at(untold, 0)).toMatchObject({ title: 'Say the price first', done: true });
    const patch = movedItem(plan, at(plan, 2).id, { beside: at(plan, 0).id, side: 'before' }) ?? {};
    expect(at(changed(renamed, patch), 1).title).toBe('Say the price first');
  });

  it('that another panel removed stays away, whatever is changed of it', () => {
    const plan = planOf();
    const without = changed(plan, removed(at(plan, 1)));
    const late = [edited(at(plan, 1), { done: true }), tested(plan, at(plan, 1).id)];
    expect(late.reduce(changed, without).items.map(({ title }) => title)).toEqual([
      'Deed 1',
      'Deed 3',
    ]);
  });

  it('that was removed comes back as it was, with the guard rail it needs', () => {
    const plan = planOf();
    const taken = { item: at(plan, 0), guardRail: plan.guardRail };
    const without = changed(plan, removed(taken.item));
    expect(without.items).toHaveLength(2);
    expect(without.guardRail).toBeUndefined();
    const back = changed(without, putBack(without, taken));
    expect({ ...back, changedAt: plan.changedAt }).toEqual(plan);
    const other = changed(without, tested(without, at(plan, 1).id));
    const beside = changed(other, putBack(other, taken));
    expect(beside.items.map((one) => one.tested)).toEqual([false, true, false]);
    expect(beside.guardRail).toBe(other.guardRail);
  });

  it('moves beside another, and nowhere when it stands there', () => {
    const plan = planOf();
    const patch = movedItem(plan, at(plan, 2).id, { beside: at(plan, 0).id, side: 'before' });
    if (patch === undefined) throw new Error('It did not move.');
    expect(changed(plan, patch).items.map(({ title }) => title)).toEqual([
      'Deed 3',
      'Deed 1',
      'Deed 2',
    ]);
    expect(
      movedItem(plan, at(plan, 0).id, { beside: at(plan, 1).id, side: 'before' }),
    ).toBeUndefined();
  });
});

describe('the start', () => {
  const zone = { offset: seconds(-8 * 3600), name: 'America/Los_Angeles' };
  const summer = unixMs(Date.UTC(2026, 6, 1, 20));

  it('has the offset that the zone has then', () => {
    const next = changed(planOf(), starting(planOf(), summer, zone, unixMs(0)));
    expect(next).toMatchObject({ startsAt: summer, zone: { offset: -7 * 3600 } });
  });

  it('takes the reminder along, as far as it lies ahead', () => {
    const plan = planOf({ startsAt: summer, remindAt: summer - 180 * 60_000, remindedAt: 5 });
    const later = unixMs(summer + 24 * HOUR);
    const next = changed(plan, starting(plan, later, zone, unixMs(0)));
    expect(next.remindAt).toBe(later - 180 * 60_000);
    expect(next.remindedAt).toBeUndefined();
    const near = changed(plan, starting(plan, later, zone, unixMs(later - 2 * HOUR)));
    expect(near.remindAt).toBe(later - HOUR);
    const now = changed(plan, starting(plan, later, zone, unixMs(later - 60_000)));
    expect(now.remindAt).toBeUndefined();
  });

  it('is taken back with its reminder', () => {
    const plan = planOf({ startsAt: summer, remindAt: summer - HOUR });
    const next = changed(plan, starting(plan, undefined, zone, unixMs(0)));
    expect([next.startsAt, next.remindAt, next.zone]).toEqual([undefined, undefined, undefined]);
  });

  it('is reminded of again when another time is chosen', () => {
    const plan = planOf({ startsAt: summer, remindAt: summer - HOUR, remindedAt: 5 });
    const next = changed(plan, reminding(plan, 15));
    expect(next.remindAt).toBe(summer - 15 * 60_000);
    expect(next.remindedAt).toBeUndefined();
    expect(changed(plan, reminding(plan, undefined)).remindAt).toBeUndefined();
  });
});
