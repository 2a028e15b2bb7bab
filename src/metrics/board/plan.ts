import * as v from 'valibot';
import { failed, fault, ok, type Result } from '../fault.ts';
import { RoomIdSchema } from '../ids.ts';
import { MetricIdSchema } from '../metric-id.ts';
import { UnixMsSchema, ZoneSchema } from '../time.ts';
import { isEditConflict } from './edit-conflict.ts';
import { EndedWithSchema } from './engine-version.ts';
import { PinnedIdSchema, RankSchema } from './pinned.ts';

export const PlanIdSchema = v.pipe(v.string(), v.uuid(), v.brand('PlanId'));
export type PlanId = v.InferOutput<typeof PlanIdSchema>;

export const PlanItemIdSchema = v.pipe(v.string(), v.uuid(), v.brand('PlanItemId'));
export type PlanItemId = v.InferOutput<typeof PlanItemIdSchema>;

/** Who sees to it. */
const OwnerSchema = v.picklist(['host', 'operator', 'ads']);
export type Owner = v.InferOutput<typeof OwnerSchema>;

/** Most items of a plan, and most LIVEs in which a change is told apart as kept. */
export const MOST_ITEMS = 100;
export const MOST_KEPT = 50;

/** Longest title, how and why of an item, in characters; a plan's title is as long. */
export const LENGTHS = { title: 200, how: 2_000, why: 500 } as const;

const KeptInSchema = v.pipe(v.array(RoomIdSchema), v.maxLength(MOST_KEPT));

/** One deed for the next LIVE. */
export const PlanItemSchema = v.object({
  id: PlanItemIdSchema,
  rank: RankSchema,
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LENGTHS.title)),
  how: v.pipe(v.string(), v.maxLength(LENGTHS.how)),
  /** The first one foremost. */
  owners: v.pipe(v.array(OwnerSchema), v.minLength(1), v.maxLength(3)),
  /** Why it was proposed, in the words of then; an item of the seller's own has none. */
  why: v.optional(v.pipe(v.string(), v.maxLength(LENGTHS.why))),
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
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LENGTHS.title)),
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
  keptIn: v.optional(KeptInSchema),
  /** What the seller did with the change in the end. */
  afterwards: v.optional(v.picklist(['kept', 'taken-back'])),
  /** What was told of the change when the seller ended the plan. */
  endedWith: v.optional(EndedWithSchema),
};

/** What to do differently in the next LIVE, and afterwards in which LIVE it was done. */
export const PlanSchema = v.object({
  id: PlanIdSchema,
  madeAt: UnixMsSchema,
  changedAt: UnixMsSchema,
  /** The LIVE whose diagnosis it was made from. */
  madeFrom: RoomIdSchema,
  items: v.pipe(v.array(PlanItemSchema), v.maxLength(MOST_ITEMS)),
  simulated: v.optional(v.boolean()),
  ...mutable,
});
export type Plan = v.InferOutput<typeof PlanSchema>;

const { id: _, ...itemFields } = PlanItemSchema.entries;

/** A change to one item: what it doesn't name stays as it is, and `null` takes an optional field back. */
const PlanItemPatchSchema = v.partial(
  v.object({
    ...itemFields,
    why: v.nullable(itemFields.why.wrapped),
    factor: v.nullable(itemFields.factor.wrapped),
    metric: v.nullable(MetricIdSchema),
    pinned: v.nullable(PinnedIdSchema),
  }),
);
export type PlanItemPatch = v.InferOutput<typeof PlanItemPatchSchema>;

/**
 * A change to a plan; `null` takes an optional field back, and items are changed field by field, so
 * that two panels don't undo each other's work. A whole item is added, or put back as it was; `null`
 * takes one out.
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
    keptIn: v.nullable(KeptInSchema),
    afterwards: v.nullable(v.picklist(['kept', 'taken-back'])),
    endedWith: v.nullable(EndedWithSchema),
    items: v.record(v.string(), v.nullable(v.union([PlanItemSchema, PlanItemPatchSchema]))),
  }),
);
export type PlanPatch = v.InferOutput<typeof PlanPatchSchema>;

/**
 * The words of items that a change to them began from; where others stand by then, they are not written
 * over.
 */
const PlanBaseSchema = v.record(
  v.string(),
  v.partial(v.object({ title: v.string(), how: v.string() })),
);
export type PlanBase = v.InferOutput<typeof PlanBaseSchema>;

/** A change to a plan, and to which. */
export const PlanChangeSchema = v.object({
  id: PlanIdSchema,
  patch: PlanPatchSchema,
  began: v.optional(PlanBaseSchema),
});

/** Whether another window changed words of an item since a patch to them began. */
export function itemsConflict(plan: Plan, patch: PlanPatch, began: PlanBase): boolean {
  return plan.items.some((item) => {
    const from = began[item.id];
    const to = patch.items?.[item.id];
    return (
      isEditConflict(item.title, from?.title, to?.title) ||
      isEditConflict(item.how, from?.how, to?.how)
    );
  });
}

/**
 * The plan once a patch was laid over it. A change to an item that is gone is left out, and an item
 * put under test takes the place of the one that was.
 *
 * Faults: `plan-full` with more than {@link MOST_ITEMS} items, `internal` where the patch breaks the schema.
 */
export function patchedPlan(
  plan: Plan,
  patch: PlanPatch,
  changedAt: Plan['changedAt'],
): Result<Plan> {
  const { items: changes = {}, ...rest } = patch;
  const items = new Map<string, object>(plan.items.map((item) => [item.id, item]));
  for (const [id, change] of Object.entries(changes)) {
    const known = items.get(id);
    if (change === null) items.delete(id);
    else if ('id' in change) items.set(id, change);
    else if (known !== undefined) items.set(id, overlaid(known, change));
    if (change?.tested === true && items.has(id)) {
      for (const [other, item] of items) if (other !== id) items.set(other, untested(item));
    }
  }
  if (items.size > MOST_ITEMS) return failed(fault('plan-full'));
  const next = { ...overlaid(plan, rest), items: [...items.values()], changedAt };
  const read = v.safeParse(PlanSchema, next);
  if (!read.success) return failed(fault('internal', v.summarize(read.issues)));
  return ok({ ...read.output, items: read.output.items.toSorted(byRank) });
}

const untested = (item: object): object => ({ ...item, tested: false });

const byRank = (one: PlanItem, other: PlanItem): number =>
  one.rank === other.rank ? 0 : one.rank < other.rank ? -1 : 1;

function overlaid(record: object, patch: object): Record<string, unknown> {
  const next: Record<string, unknown> = { ...record };
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) delete next[field];
    else if (value !== undefined) next[field] = value;
  }
  return next;
}
