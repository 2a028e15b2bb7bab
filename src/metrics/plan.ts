import * as v from 'valibot';
import { RoomIdSchema } from './ids.ts';
import { MetricIdSchema } from './metric-id.ts';
import { PinnedIdSchema, RankSchema } from './pinned.ts';
import { UnixMsSchema, ZoneSchema } from './time.ts';

export const PlanIdSchema = v.pipe(v.string(), v.uuid(), v.brand('PlanId'));
export type PlanId = v.InferOutput<typeof PlanIdSchema>;

export const PlanItemIdSchema = v.pipe(v.string(), v.uuid(), v.brand('PlanItemId'));
export type PlanItemId = v.InferOutput<typeof PlanItemIdSchema>;

/** Who sees to it. */
export const OwnerSchema = v.picklist(['host', 'operator', 'ads']);
export type Owner = v.InferOutput<typeof OwnerSchema>;

/** One deed for the next LIVE. */
export const PlanItemSchema = v.object({
  id: PlanItemIdSchema,
  rank: RankSchema,
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  how: v.pipe(v.string(), v.maxLength(2_000)),
  /** The first one foremost. */
  owners: v.pipe(v.array(OwnerSchema), v.minLength(1), v.maxLength(3)),
  /** Why it was proposed, in the words of then; an item of the seller's own has none. */
  why: v.optional(v.pipe(v.string(), v.maxLength(500))),
  factor: v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}$/))),
  /** The metric by which it is told whether it worked. */
  metric: v.optional(MetricIdSchema),
  /** What to watch beforehand. */
  pinned: v.optional(PinnedIdSchema),
  done: v.boolean(),
  /** Whether this is the one change under test; the others go along. */
  tested: v.boolean(),
});
export type PlanItem = v.InferOutput<typeof PlanItemSchema>;

const mutable = {
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  /** When the next LIVE starts, as the seller set it; all items are due before. */
  startsAt: v.optional(UnixMsSchema),
  zone: v.optional(ZoneSchema),
  remindAt: v.optional(UnixMsSchema),
  /** Set once the reminder was shown. */
  remindedAt: v.optional(UnixMsSchema),
  /** A metric that must not suffer from the change. */
  guardRail: v.optional(MetricIdSchema),
  state: v.picklist(['open', 'closed']),
  /** The LIVE in which it was tried; without one it is the first that started after the plan. */
  triedIn: v.optional(RoomIdSchema),
  /** Further LIVEs in which the change was kept, good ones and bad ones. */
  keptIn: v.optional(v.pipe(v.array(RoomIdSchema), v.maxLength(50))),
  /** What the seller did with the change in the end. */
  afterwards: v.optional(v.picklist(['kept', 'taken-back'])),
};

/** What to do differently in the next LIVE, and afterwards in which LIVE it was done. */
export const PlanSchema = v.object({
  id: PlanIdSchema,
  madeAt: UnixMsSchema,
  changedAt: UnixMsSchema,
  /** The LIVE whose diagnosis it was made from. */
  madeFrom: RoomIdSchema,
  items: v.pipe(v.array(PlanItemSchema), v.maxLength(100)),
  simulated: v.optional(v.boolean()),
  ...mutable,
});
export type Plan = v.InferOutput<typeof PlanSchema>;

/**
 * A change to a plan; `null` takes an optional field back, and items are changed one by one, so that
 * two panels don't undo each other's work.
 */
export const PlanPatchSchema = v.partial(
  v.object({
    title: mutable.title,
    startsAt: v.nullable(UnixMsSchema),
    zone: v.nullable(ZoneSchema),
    remindAt: v.nullable(UnixMsSchema),
    remindedAt: v.nullable(UnixMsSchema),
    guardRail: v.nullable(MetricIdSchema),
    state: mutable.state,
    triedIn: v.nullable(RoomIdSchema),
    keptIn: v.nullable(v.array(RoomIdSchema)),
    afterwards: v.nullable(v.picklist(['kept', 'taken-back'])),
    items: v.record(v.string(), v.nullable(PlanItemSchema)),
  }),
);
export type PlanPatch = v.InferOutput<typeof PlanPatchSchema>;

/** The plan once a patch was laid over it. */
export function patchedPlan(plan: Plan, patch: PlanPatch, changedAt: Plan['changedAt']): Plan {
  const { items: changes = {}, ...rest } = patch;
  const kept = new Map(plan.items.map((item) => [String(item.id), item]));
  for (const [id, item] of Object.entries(changes)) {
    if (item === null) kept.delete(id);
    else kept.set(id, item);
  }
  const items = [...kept.values()].sort((one, other) => (one.rank < other.rank ? -1 : 1));
  const next: Record<string, unknown> = { ...plan };
  for (const [field, value] of Object.entries(rest)) {
    if (value === null) delete next[field];
    else if (value !== undefined) next[field] = value;
  }
  return v.parse(PlanSchema, { ...next, items, changedAt });
}
