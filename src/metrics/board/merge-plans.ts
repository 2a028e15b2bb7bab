import { generateNKeysBetween } from 'fractional-indexing';
import * as v from 'valibot';
import { RankSchema } from './pinned.ts';
import type { Plan, PlanItem, PlanPatch } from './plan.ts';

type Action = Partial<Pick<PlanItem, 'factor' | 'pinned'>>;

/** Whether an item is about the same pinned thing as a deed, or else about the same factor. */
export function isSameAction(item: Action, { factor, pinned }: Action): boolean {
  if (pinned !== undefined) return item.pinned === pinned;
  return factor !== undefined && item.factor === factor;
}

/**
 * What an open plan lacks of another one that was made beside it: the other's items, behind its own.
 * One change is under test, so the other's goes under test, with its guard rail, only where none is yet.
 */
export function mergePatch(made: Plan, open: Plan): PlanPatch {
  const counterpart = (item: PlanItem): PlanItem | undefined =>
    open.items.find((there) => there.id === item.id || isSameAction(there, item));
  const missing = made.items.filter((item) => counterpart(item) === undefined);
  const ranks = generateNKeysBetween(open.items.at(-1)?.rank ?? null, null, missing.length);
  const items: NonNullable<PlanPatch['items']> = Object.fromEntries(
    missing.map((item, place) => [
      item.id,
      { ...item, rank: v.parse(RankSchema, ranks[place]), tested: false },
    ]),
  );
  const tests = made.items.find(({ tested }) => tested);
  if (tests === undefined || open.items.some(({ tested }) => tested)) return { items };
  const { id } = counterpart(tests) ?? tests;
  return {
    items: { ...items, [id]: { ...items[id], tested: true } },
    ...(made.guardRail === undefined ? {} : { guardRail: made.guardRail }),
  };
}
