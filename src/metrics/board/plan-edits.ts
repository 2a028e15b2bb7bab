import type { MetricId } from '../catalogue.ts';
import type { UnixMs, Zone } from '../time.ts';
import { zoneAt } from '../zone.ts';
import { guardRailOf } from './guard-rail.ts';
import {
  MOST_ITEMS,
  type Plan,
  type PlanItem,
  type PlanItemId,
  type PlanItemPatch,
  type PlanPatch,
} from './plan.ts';
import { ranksAfterMove } from './ranks.ts';
import { type Lead, leadOf, leads, remindAtOf } from './reminder.ts';

/** The change under test; undefined where none is. */
export const testedOf = ({ items }: Plan): PlanItem | undefined =>
  items.find(({ tested }) => tested);

/** The item that a verdict is on: as the seller chose, else the only one that was done. */
export function testedItem({ items }: Pick<Plan, 'items'>): PlanItem | undefined {
  const chosen = items.find((item) => item.tested);
  if (chosen !== undefined) return chosen;
  const done = items.filter((item) => item.done);
  return done.length === 1 ? done[0] : items.length === 1 ? items[0] : undefined;
}

/** Whether a plan takes no more items. */
export const isFull = ({ items }: Plan): boolean => items.length >= MOST_ITEMS;

/** A whole item, new or put back. */
export const kept = (item: PlanItem): PlanPatch => ({ items: { [item.id]: item } });

/** A change to an item, which leaves alone what another panel may change of it meanwhile. */
export const edited = ({ id }: PlanItem, patch: PlanItemPatch): PlanPatch => ({
  items: { [id]: patch },
});

/** Puts one item under test and takes out what was, or tests nothing; the guard rail follows. */
export function tested(plan: Plan, id: PlanItemId | undefined): PlanPatch {
  const before = testedOf(plan);
  const next = plan.items.find((item) => item.id === id);
  const turned = [before, next].flatMap((item) => (item === undefined ? [] : [item]));
  return {
    items: Object.fromEntries(turned.map((item) => [item.id, { tested: item.id === id }])),
    guardRail: railAfter(plan, before?.metric, next?.metric) ?? null,
  };
}

/** Tells an item by another figure; where it is under test, the guard rail follows. */
export function toldBy(plan: Plan, item: PlanItem, metric: MetricId | undefined): PlanPatch {
  const next = edited(item, metric === undefined ? { metric: null, tested: false } : { metric });
  if (!item.tested) return next;
  return { ...next, guardRail: railAfter(plan, item.metric, metric) ?? null };
}

/** A guard rail that the seller chose stays; the recommended one is changed for the next recommended. */
function railAfter(
  { guardRail }: Plan,
  before: MetricId | undefined,
  next: MetricId | undefined,
): MetricId | undefined {
  if (next === undefined) return undefined;
  const recommended = before === undefined ? undefined : guardRailOf(before)?.metric;
  const chosen = guardRail !== undefined && guardRail !== recommended && guardRail !== next;
  return chosen ? guardRail : guardRailOf(next)?.metric;
}

/** An item that was taken out of a plan, and the guard rail that the plan had with it. */
export interface TakenOut {
  readonly item: PlanItem;
  readonly guardRail?: MetricId | undefined;
}

/** Takes an item out; a change under test takes its guard rail along. */
export function removed({ id, tested }: PlanItem): PlanPatch {
  return { items: { [id]: null }, ...(tested ? { guardRail: null } : {}) };
}

/** Puts an item back as it was; it is under test again unless another is by now. */
export function putBack(plan: Plan, { item, guardRail }: TakenOut): PlanPatch {
  if (!item.tested) return kept(item);
  if (testedOf(plan) !== undefined) return kept({ ...item, tested: false });
  return { ...kept(item), ...(guardRail === undefined ? {} : { guardRail }) };
}

/** Moves an item right before or after another; undefined where it stands there already. */
export function movedItem(
  { items }: Plan,
  id: PlanItemId,
  { beside, side }: { readonly beside: PlanItemId; readonly side: 'before' | 'after' },
): PlanPatch | undefined {
  const ranks = ranksAfterMove(items, id, beside, side);
  const changed = items.flatMap((item) => {
    const rank = ranks.get(item.id);
    return rank === undefined ? [] : [[item.id, { rank }] as const];
  });
  return changed.length === 0 ? undefined : { items: Object.fromEntries(changed) };
}

/**
 * Sets when the LIVE starts, or takes it back. The reminder keeps its distance; where that time has
 * passed already, the longest shorter one that lies ahead takes its place.
 */
export function starting(
  plan: Plan,
  startsAt: UnixMs | undefined,
  zone: Zone,
  now: UnixMs,
): PlanPatch {
  if (startsAt === undefined) {
    return { startsAt: null, zone: null, remindAt: null, remindedAt: null };
  }
  const lead = leadOf(plan);
  const fits = leads.filter(
    (one) => lead !== undefined && one <= lead && isAhead(startsAt, one, now),
  );
  const next = fits.at(-1);
  return {
    startsAt,
    zone: zoneAt(startsAt, zone),
    remindAt: next === undefined ? null : remindAtOf(startsAt, next),
    remindedAt: null,
  };
}

/** Sets the reminder, or takes it back. */
export function reminding({ startsAt }: Plan, lead: Lead | undefined): PlanPatch {
  const remindAt = startsAt === undefined || lead === undefined ? null : remindAtOf(startsAt, lead);
  return { remindAt, remindedAt: null };
}

/** Whether a reminder so long before the start would still come. */
export const isAhead = (startsAt: UnixMs, lead: Lead, now: UnixMs): boolean =>
  remindAtOf(startsAt, lead) > now;
