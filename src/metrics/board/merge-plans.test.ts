import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { unixMs } from '../time.ts';
import { mergePatch } from './merge-plans.ts';
import { type Plan, PlanSchema, patchedPlan } from './plan.ts';

const uuid = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const item = (last: number, more: object = {}) => ({
  id: uuid(last),
  rank: `a${last}`,
  title: `Deed ${last}`,
  how: '',
  owners: ['host'],
  done: false,
  tested: false,
  ...more,
});
const planOf = (last: number, items: readonly object[], more: object = {}): Plan =>
  v.parse(PlanSchema, {
    id: uuid(last),
    title: 'Next LIVE',
    madeAt: last,
    changedAt: last,
    madeFrom: '7649951805363391253',
    state: 'open',
    items,
    ...more,
  });
function joined(made: Plan, open: Plan): Plan {
  const next = patchedPlan(open, mergePatch(made, open), unixMs(1));
  if (!next.ok) throw new Error(next.fault.code);
  return next.value;
}
const under = ({ items }: Plan) => items.filter(({ tested }) => tested).map(({ id }) => id);

describe('a plan that goes into an open one', () => {
  it('puts its change under test there, also where the open plan holds that already', () => {
    const made = planOf(8, [item(5, { factor: 'light', tested: true })], { guardRail: 'aov' });
    const lacking = joined(made, planOf(7, [item(1)]));
    expect(under(lacking)).toEqual([uuid(5)]);
    expect(lacking.guardRail).toBe('aov');
    const holding = joined(made, planOf(7, [item(1), item(2, { factor: 'light', how: 'Lamp.' })]));
    expect(under(holding)).toEqual([uuid(2)]);
    expect(holding.items.map(({ how }) => how)).toEqual(['', 'Lamp.']);
    expect(holding.guardRail).toBe('aov');
  });

  it('leaves what is under test there, and its guard rail', () => {
    const open = planOf(7, [item(1, { tested: true }), item(2, { factor: 'light' })], {
      guardRail: 'ctor',
    });
    for (const factor of ['light', 'cover']) {
      const made = planOf(8, [item(5, { factor, tested: true })], { guardRail: 'aov' });
      expect(under(joined(made, open))).toEqual([uuid(1)]);
      expect(joined(made, open).guardRail).toBe('ctor');
    }
  });
});
