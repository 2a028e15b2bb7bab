import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ok } from '../../metrics/fault.ts';
import { PinnedIdSchema } from '../../metrics/pinned.ts';
import { PlanSchema } from '../../metrics/plan.ts';
import { roomId } from '../state/ports.fixture.ts';
import { triedPinned } from './tried-pinned.ts';

const uuid = (place: number): string =>
  `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;

describe('what was pinned for a plan', () => {
  it('counts as tried where its item was done or under test, and nowhere else', () => {
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
      ],
    });
    const tried: unknown[] = [];
    triedPinned(
      {
        board: {
          change: async (id, patch) => {
            tried.push([id, patch]);
            return ok({});
          },
        },
      },
      plan,
    );
    expect(tried).toEqual(
      [101, 103].map((place) => [v.parse(PinnedIdSchema, uuid(place)), { status: 'tried' }]),
    );
  });
});
