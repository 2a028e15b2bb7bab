import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { unixMs } from '../time.ts';
import {
  MOST_ITEMS,
  type Plan,
  type PlanPatch,
  PlanPatchSchema,
  PlanSchema,
  patchedPlan,
} from './plan.ts';

const uuid = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const item = (last: number, rest: object = {}) => ({
  id: uuid(last),
  rank: `a${last}`,
  title: `Deed ${last}`,
  how: '',
  owners: ['host'],
  metric: 'ctor',
  done: false,
  tested: false,
  ...rest,
});
const planOf = (count: number): Plan =>
  v.parse(PlanSchema, {
    id: uuid(999),
    madeAt: 1,
    changedAt: 1,
    madeFrom: '7649951805363391253',
    title: 'Next LIVE',
    state: 'open',
    items: Array.from({ length: count }, (_, last) => item(last)),
  });
const patchOf = (items: Record<string, unknown>): PlanPatch => v.parse(PlanPatchSchema, { items });
const laid = (plan: Plan, patch: PlanPatch): Plan => {
  const next = patchedPlan(plan, patch, unixMs(2));
  if (!next.ok) throw new Error(next.fault.detail);
  return next.value;
};

describe('a change to a plan', () => {
  it('leaves the fields of an item that it doesn’t name, and takes one back on request', () => {
    const [changed] = laid(planOf(1), patchOf({ [uuid(0)]: { done: true, metric: null } })).items;
    expect(changed).toMatchObject({ title: 'Deed 0', done: true });
    expect(changed?.metric).toBeUndefined();
  });

  it('brings no item back by a part of it, but by the whole', () => {
    const part = patchOf({ [uuid(7)]: { title: 'Late', tested: true } });
    expect(laid(planOf(2), part).items).toEqual(planOf(2).items);
    expect(laid(planOf(2), patchOf({ [uuid(7)]: item(7) })).items).toHaveLength(3);
  });

  it('is refused as a whole where the plan would grow too long', () => {
    const more = patchOf({ [uuid(500)]: item(500) });
    expect(laid(planOf(MOST_ITEMS - 1), more).items).toHaveLength(MOST_ITEMS);
    expect(patchedPlan(planOf(MOST_ITEMS), more, unixMs(2))).toMatchObject({
      ok: false,
      fault: { code: 'plan-full' },
    });
  });

  it('never leaves two changes under test, whatever panels did at once', () => {
    const one = fc.record({ last: fc.nat(5), tested: fc.boolean(), whole: fc.boolean() });
    fc.assert(
      fc.property(fc.array(fc.array(one, { maxLength: 4 }), { maxLength: 6 }), (patches) => {
        const end = patches.reduce(
          (plan, changes) =>
            laid(
              plan,
              patchOf(
                Object.fromEntries(
                  changes.map(({ last, tested, whole }) => [
                    uuid(last),
                    whole ? item(last, { tested }) : { tested },
                  ]),
                ),
              ),
            ),
          planOf(3),
        );
        expect(end.items.filter(({ tested }) => tested).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('keeps what two panels change of different fields, in either order', () => {
    const changes = [
      patchOf({ [uuid(0)]: { title: 'Say the price first' } }),
      patchOf({ [uuid(0)]: { done: true }, [uuid(1)]: { rank: 'Zz' } }),
      patchOf({ [uuid(1)]: { how: 'Twice.' } }),
    ];
    const forth = changes.reduce(laid, planOf(2));
    expect(changes.toReversed().reduce(laid, planOf(2))).toEqual(forth);
    expect(forth.items.map(({ title }) => title)).toEqual(['Deed 1', 'Say the price first']);
  });
});
