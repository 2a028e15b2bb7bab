import { generateNKeysBetween } from 'fractional-indexing';
import * as v from 'valibot';
import { type Plan, PlanSchema } from '../metrics/board/plan.ts';
import type { MetricId } from '../metrics/catalogue.ts';
import type { Session } from '../metrics/session.ts';

export interface Item {
  readonly title: string;
  readonly how?: string;
  readonly metric?: MetricId;
  readonly tested: boolean;
  readonly done: boolean;
}

/** A plan as it was made ten minutes after a LIVE ended, so that the LIVE after it is the next. */
export function planFrom(
  { room, simulated }: Session,
  items: readonly Item[],
  more: Partial<Plan> = {},
): Plan {
  const ranks = generateNKeysBetween(null, null, items.length);
  const madeAt = ((room.endedAt ?? 0) + 600) * 1000;
  return v.parse(PlanSchema, {
    id: crypto.randomUUID(),
    title: 'Next LIVE',
    madeAt,
    changedAt: madeAt,
    madeFrom: room.id,
    state: 'open',
    items: items.map((item, place) => ({
      id: crypto.randomUUID(),
      rank: ranks[place],
      how: '',
      owners: ['host'],
      ...item,
    })),
    guardRail: 'gmvPerHour',
    ...(simulated === true ? { simulated } : {}),
    ...more,
  });
}
