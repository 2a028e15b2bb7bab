import * as v from 'valibot';
import { RoomIdSchema } from '../ids.ts';
import { EndedWithSchema } from './engine-version.ts';
import type { PinnedId } from './pinned.ts';
import { type Plan, type PlanPatch, PlanSchema } from './plan.ts';

/** How a plan ends: in which LIVE it was tried, what the seller did with the change, what was told of it. */
export const PlanEndSchema = v.object({
  triedIn: RoomIdSchema,
  afterwards: PlanSchema.entries.afterwards.wrapped,
  endedWith: EndedWithSchema,
});
export type PlanEnd = v.InferOutput<typeof PlanEndSchema>;

/** What a plan said of its end before it ended, so that the end can be taken back. */
export const BeforeEndSchema = v.partial(PlanEndSchema);
export type BeforeEnd = v.InferOutput<typeof BeforeEndSchema>;

/** Closes a plan. */
export const endPatch = (end: PlanEnd): PlanPatch => ({ state: 'closed', ...end });

/** Opens a plan again as it was before {@link endPatch}. */
export const reopenPatch = ({ triedIn, afterwards, endedWith }: BeforeEnd): PlanPatch => ({
  state: 'open',
  triedIn: triedIn ?? null,
  afterwards: afterwards ?? null,
  endedWith: endedWith ?? null,
});

/** What was pinned for the items of a plan that were done or under test: it was tried when the plan ends. */
export function pinnedTried({ items }: Plan): ReadonlySet<PinnedId> {
  const used = items.filter(({ done, tested }) => done || tested);
  return new Set(used.flatMap(({ pinned }) => (pinned === undefined ? [] : [pinned])));
}
