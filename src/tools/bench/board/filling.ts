import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { askArchive } from '../../../e2e/panel-archive.ts';
import { type Plan, PlanSchema } from '../../../metrics/board/plan.ts';
import { DAY_SECONDS } from '../../../metrics/time.ts';

const owners = ['host', 'operator', 'ads'];
const levers = [
  { factor: 'click-to-order', metric: 'ctor' },
  { factor: 'first-impression', metric: 'tapThroughRate' },
  { factor: 'stay', metric: 'liveCtr' },
  { factor: 'reach', metric: 'impressionsPerHour' },
  { factor: 'basket', metric: 'aov' },
];

const uuid = (place: number): string =>
  `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;

/** A picture as heavy as a kept cover: the weight is what matters, the browser may not show it. */
export const heavyPicture = (place: number): string =>
  `data:image/webp;base64,UklGR${String(place).padStart(8, '0')}${'A'.repeat(18_000)}`;

/**
 * `count` plans made from one LIVE, one a day back from `now` (unix seconds), the newest open, with as
 * many items as a seller keeps to.
 */
export function manyPlans(count: number, madeFrom: string, now: number): Plan[] {
  return Array.from({ length: count }, (_, place) =>
    v.parse(PlanSchema, {
      id: uuid(place),
      madeAt: (now - place * DAY_SECONDS) * 1000,
      changedAt: (now - place * DAY_SECONDS) * 1000,
      madeFrom,
      title: `Next LIVE ${place}`,
      state: place === 0 ? 'open' : 'closed',
      simulated: true,
      items: levers.map((lever, item) => ({
        id: uuid(count + place * levers.length + item),
        rank: `a${item}`,
        title: `Change ${item} for the next LIVE`,
        how: 'Show it in use, read a review aloud, say what the deal is and when it ends.',
        owners: [owners[item % owners.length]],
        ...lever,
        done: place > 0,
        tested: item === 0,
      })),
    }),
  );
}

/** Keeps plans in the sample shop's archive, by the worker's own verb. Rejects when one is refused. */
export async function fillPlans(panel: Page, plans: readonly Plan[]): Promise<void> {
  for (const plan of plans) {
    const reply = await askArchive(panel, 'plan.add', { which: 'sample', plan });
    v.parse(v.object({ ok: v.literal(true) }), reply);
  }
}
