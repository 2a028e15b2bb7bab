import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import * as v from 'valibot';
import type { MetricId } from '../catalogue.ts';
import { withoutMarks } from '../direction-marks.ts';
import type { RoomId } from '../ids.ts';
import type { Text } from '../text.ts';
import type { UnixMs } from '../time.ts';
import { guardRailOf } from './guard-rail.ts';
import {
  LENGTHS,
  type Owner,
  type Plan,
  type PlanItem,
  PlanItemIdSchema,
  PlanItemSchema,
  type PlanPatch,
  PlanSchema,
} from './plan.ts';

/** What an item is made of, such as a deed that the diagnosis proposes; its texts aren't written out yet. */
export interface ItemDraft extends Pick<PlanItem, 'factor' | 'metric' | 'pinned'> {
  readonly title: Text;
  readonly how?: Text;
  readonly why: Text;
  /** The first one foremost. */
  readonly owners: readonly Owner[];
  /** `tested` for the change under test. */
  readonly role: string;
}

/** A plan of what was chosen from a proposal, in the words of the reader's language. */
export function planOf(from: {
  readonly chosen: readonly ItemDraft[];
  readonly guardRail?: MetricId | undefined;
  readonly room: RoomId;
  readonly title: string;
  readonly simulated: boolean;
  readonly at: UnixMs;
  readonly write: (text: Text) => string;
}): Plan {
  const ranks = generateNKeysBetween(null, null, from.chosen.length);
  return v.parse(PlanSchema, {
    id: crypto.randomUUID(),
    madeAt: from.at,
    changedAt: from.at,
    madeFrom: from.room,
    title: from.title,
    state: 'open',
    items: from.chosen.map((item, place) => itemOf(item, ranks[place] ?? '', from.write)),
    ...(from.guardRail === undefined ? {} : { guardRail: from.guardRail }),
    ...(from.simulated ? { simulated: true } : {}),
  });
}

/** Adds proposed deeds behind what the plan holds. */
export function added(
  plan: Plan,
  chosen: readonly ItemDraft[],
  write: (text: Text) => string,
): PlanPatch {
  const ranks = generateNKeysBetween(plan.items.at(-1)?.rank ?? null, null, chosen.length);
  const items = chosen.map((item, place) => itemOf(item, ranks[place] ?? '', write));
  const metric = items.find(({ tested }) => tested)?.metric;
  const rail = metric === undefined ? undefined : guardRailOf(metric)?.metric;
  return {
    items: Object.fromEntries(items.map((item) => [item.id, item])),
    ...(rail === undefined ? {} : { guardRail: rail }),
  };
}

/** A proposed deed as an item of a plan. */
function itemOf(item: ItemDraft, rank: string, write: (text: Text) => string): PlanItem {
  const { title, how, why, owners, role, factor, metric, pinned } = item;
  const said = (text: Text): string => withoutMarks(write(text));
  return v.parse(PlanItemSchema, {
    id: crypto.randomUUID(),
    rank,
    title: said(title).slice(0, LENGTHS.title),
    how: how === undefined ? '' : said(how).slice(0, LENGTHS.how),
    why: said(why).slice(0, LENGTHS.why),
    owners,
    done: false,
    tested: role === 'tested',
    ...(factor === undefined ? {} : { factor }),
    ...(metric === undefined ? {} : { metric }),
    ...(pinned === undefined ? {} : { pinned }),
  });
}

/** An item of the seller's own; undefined where it has no words. */
export function ownItem(title: string, items: readonly PlanItem[]): PlanItem | undefined {
  const words = title.trim().slice(0, LENGTHS.title);
  if (words === '') return undefined;
  return v.parse(PlanItemSchema, {
    id: v.parse(PlanItemIdSchema, crypto.randomUUID()),
    rank: rankAfter(items),
    title: words,
    how: '',
    owners: ['host'],
    done: false,
    tested: false,
  });
}

/** An order key behind all items. */
function rankAfter(items: readonly PlanItem[]): string {
  return generateKeyBetween(items.at(-1)?.rank ?? null, null);
}
