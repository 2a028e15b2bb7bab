import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isolated } from '../direction-marks.ts';
import { RoomIdSchema } from '../ids.ts';
import type { Text } from '../text.ts';
import { unixMs } from '../time.ts';
import { added, type ItemDraft, ownItem, planOf } from './make-plan.ts';
import { LENGTHS, patchedPlan } from './plan.ts';

const room = v.parse(RoomIdSchema, '7649951805363391253');
const write = ({ key }: Text): string => key;
const draft = (more: Partial<ItemDraft> = {}): ItemDraft => ({
  title: { key: 'factor_reach_title' },
  why: { key: 'factor_reach_seen' },
  owners: ['operator'],
  role: 'along',
  ...more,
});
const made = (chosen: readonly ItemDraft[], by = write) =>
  planOf({ chosen, room, title: 'Next LIVE', simulated: false, at: unixMs(1), write: by });

describe('a new plan', () => {
  it('holds what was chosen, in its order and in the words of the reader', () => {
    const plan = made([
      draft({ role: 'tested', metric: 'ctor' }),
      draft({ how: { key: 'app_name' } }),
    ]);
    expect(plan).toMatchObject({ state: 'open', madeFrom: room, title: 'Next LIVE' });
    expect(plan.items).toMatchObject([
      { title: 'factor_reach_title', how: '', tested: true, metric: 'ctor', done: false },
      { how: 'app_name', tested: false, owners: ['operator'] },
    ]);
    const [first, second] = plan.items;
    expect((first?.rank ?? '') < (second?.rank ?? '')).toBe(true);
  });

  it('keeps its words without the marks of a language that is read from right to left', () => {
    const [item] = made([draft({})], () => `${isolated('−35%')} ع`).items;
    expect(item?.title).toBe('−35% ع');
  });

  it('is a valid one however long its sentences are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), (length) => {
        const how = { key: 'app_name' } as const;
        const item = made([draft({ how })], () => 'x'.repeat(length)).items[0];
        expect(item?.title).toHaveLength(Math.min(length, LENGTHS.title));
        expect(item?.how).toHaveLength(Math.min(length, LENGTHS.how));
        expect(item?.why).toHaveLength(Math.min(length, LENGTHS.why));
      }),
    );
  });
});

describe('what is added to a plan', () => {
  it('stands behind what is there, and brings its guard rail where it is under test', () => {
    const plan = made([draft(), draft()]);
    const patch = added(plan, [draft({ role: 'tested', metric: 'ctor' }), draft()], write);
    expect(patch.guardRail).toBe('aov');
    const result = patchedPlan(plan, patch, unixMs(2));
    if (!result.ok) throw new Error(result.fault.code);
    expect(result.value.items.map(({ tested }) => tested)).toEqual([false, false, true, false]);
    expect(added(plan, [draft()], write)).not.toHaveProperty('guardRail');
  });

  it('is an item of the seller’s own where it has words', () => {
    const plan = made([draft()]);
    expect(ownItem('  \n ', plan.items)).toBeUndefined();
    const item = ownItem('  Charge the phone ', plan.items);
    expect(item).toMatchObject({ title: 'Charge the phone', how: '', owners: ['host'] });
    expect((item?.rank ?? '') > (plan.items[0]?.rank ?? '')).toBe(true);
  });
});
