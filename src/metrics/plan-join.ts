import { generateNKeysBetween } from 'fractional-indexing';
import * as v from 'valibot';
import { RankSchema } from './pinned.ts';
import type { Plan, PlanItem, PlanPatch } from './plan.ts';

type Deed = Partial<Pick<PlanItem, 'factor' | 'pinned'>>;

/** Whether an item is about the same pinned thing as a deed, or else about the same factor. */
export function isSameDeed(item: Deed, { factor, pinned }: Deed): boolean {
  if (pinned !== undefined) return item.pinned === pinned;
  return factor !== undefined && item.factor === factor;
}

/**
 * What an open plan lacks of another one that was made beside it: the other's items, behind its own.
 * One change is under test, so the other's goes under test only where none is yet.
 */
export function broughtBy(made: Plan, open: Plan): PlanPatch {
  const free = open.items.every(({ tested }) => !tested);
  const lacking = made.items.filter((item) =>
    open.items.every((there) => there.id !== item.id && !isSameDeed(there, item)),
  );
  const ranks = generateNKeysBetween(open.items.at(-1)?.rank ?? null, null, lacking.length);
  const items = lacking.map((item, place) => ({
    ...item,
    rank: v.parse(RankSchema, ranks[place]),
    tested: item.tested && free,
  }));
  const brings = items.some(({ tested }) => tested) ? made.guardRail : undefined;
  return {
    items: Object.fromEntries(items.map((item) => [item.id, item])),
    ...(brings === undefined ? {} : { guardRail: brings }),
  };
}
