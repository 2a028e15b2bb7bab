import * as v from 'valibot';
import { currencyOf } from '../../../diagnosis/currency.ts';
import { isMoneyMetric, type MetricId, metricIds } from '../../../metrics/catalogue.ts';
import { completeSession } from '../../../metrics/complete/complete-session.ts';
import { type Region, RegionSchema } from '../../../metrics/feed/category-slice.ts';
import { moneyOf, numberOf } from '../../../metrics/figure.ts';
import type { CategoryId } from '../../../metrics/ids.ts';
import { categoryOf, topProductFields } from '../../../metrics/live/category.ts';
import { lengthOf } from '../../../metrics/live/length.ts';
import { phaseOf } from '../../../metrics/live/phase.ts';
import { isNotSelling } from '../../../metrics/live/unusual.ts';
import type { SalesBasis } from '../../../metrics/metric.ts';
import { salesBasisOf } from '../../../metrics/sales-basis.ts';
import type { Session } from '../../../metrics/session.ts';
import { HOUR_SECONDS } from '../../../metrics/time.ts';
import { isPlausible } from '../../../sources/feed/plausible.ts';

/** A LIVE below this is a test of the camera, one above was never ended; neither is part of a category's figures. */
const SHORTEST = 10 * 60;
const LONGEST = 48 * HOUR_SECONDS;

/** Metrics that mean something once a LIVE has ended. */
export const feedMetrics: readonly MetricId[] = metricIds.filter((id) => id !== 'currentViewers');

/** Why a LIVE is no part of the feed. */
export const leftOutReasons = [
  'running',
  'notFinal',
  'noStart',
  'noLength',
  'short',
  'long',
  'notSelling',
  'ahead',
  'noRegion',
  'noCategory',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** What is known of a session beside what it says itself. */
export interface RowContext {
  /** Whose LIVE it is when neither the file nor its creator says. */
  readonly owner: string;
  readonly shop?: string | undefined;
  readonly category?: CategoryId | undefined;
  /** Stands in where neither the file nor the top product tells. */
  readonly usualCategory?: CategoryId | undefined;
  readonly usualRegion?: Region | undefined;
  /** True where the room id is a stand-in, so that the room can't be found at TikTok's. */
  readonly nameless?: boolean | undefined;
  /** Unix seconds by which a start lies ahead. */
  readonly now: number;
}

/** One LIVE, flat: all that the statements in `sql/` know of it. */
export interface LiveRow {
  readonly room: string;
  readonly named: boolean;
  /** The creator's id, else handle; whose a LIVE without either is `sql/lives.sql` finds out. */
  readonly creator: string | undefined;
  readonly handle: string | undefined;
  readonly folder: string;
  readonly shop: string | undefined;
  readonly region: string;
  readonly category: string;
  readonly basis: SalesBasis;
  readonly currency: string | undefined;
  /** Unix seconds. */
  readonly started: number;
  /** Length in seconds; whole, so that sums don't depend on their order. */
  readonly length: number;
  /** When its figures were read, unix ms. */
  readonly readAt: number;
  readonly simulated: boolean;
  /** One per metric of `feedMetrics`; what is missing is undefined. */
  readonly figures: readonly (number | undefined)[];
  /** How many figures were dropped because they can't be. */
  readonly absurd: number;
}

/** The row of a LIVE, or why it has none. */
export function rowOf(session: Session, given: RowContext): LiveRow | LeftOutReason {
  const { room, products = [], simulated = false } = session;
  if (room.status === 'live') return 'running';
  const { startedAt } = room;
  if (startedAt === undefined || startedAt <= 0) return 'noStart';
  if (startedAt > given.now) return 'ahead';
  const length = Math.round(lengthOf(room) ?? 0);
  if (length <= 0) return 'noLength';
  if (length < SHORTEST) return 'short';
  if (length > LONGEST) return 'long';
  if (isNotSelling(session.figures)) return 'notSelling';
  const origin = session.origins.figures ?? Object.values(session.figures)[0]?.origin;
  // A file may leave out that a LIVE has ended. What was read of a running one ended a moment ago at
  // most, were it over, so that it isn't final either.
  const whole = { ...room, status: 'ended' } as const;
  if (origin !== undefined && phaseOf(whole, origin.at).name !== 'final') return 'notFinal';
  const region = regionOf(room.region) ?? given.usualRegion;
  if (region === undefined) return 'noRegion';
  // What the file says of the LIVE stands for the seller's own pick, the option for the shop's category.
  const category = categoryOf(
    { id: room.id, ...topProductFields(products) },
    {
      roomCategories: given.category === undefined ? {} : { [room.id]: given.category },
      productCategories: {},
      shopCategory: given.usualCategory,
    },
  ).id;
  if (category === undefined) return 'noCategory';
  const { creator } = room;
  const values = valuesOf(session);
  return {
    room: room.id,
    named: given.nameless !== true,
    creator: creator?.id ?? creator?.handle,
    handle: creator?.handle,
    folder: given.owner,
    shop: given.shop,
    region,
    category,
    basis: salesBasisOf(session.figures),
    currency: currencyOf(session),
    started: Math.round(startedAt),
    length,
    // What was read of the LIVE itself tells more than a file, and goes before it.
    readAt: origin === undefined || origin.how === 'file' ? 0 : origin.at,
    simulated,
    ...values,
  };
}

function valuesOf(session: Session): Pick<LiveRow, 'figures' | 'absurd'> {
  const { figures } = completeSession(session);
  const currency = currencyOf(session);
  let absurd = 0;
  const values = feedMetrics.map((id) => {
    const value = numberOf(figures, id);
    if (value === undefined) return undefined;
    const isOfOne = !isMoneyMetric(id) || moneyOf(figures, id)?.currency === currency;
    if (isOfOne && isPlausible(id, value)) return value;
    absurd += 1;
    return undefined;
  });
  return { figures: values, absurd };
}

/** TikTok says GB; people write UK. */
function regionOf(text: string | undefined): Region | undefined {
  const letters = text?.trim().toUpperCase();
  const read = v.safeParse(RegionSchema, letters === 'UK' ? 'GB' : letters);
  return read.success ? read.output : undefined;
}
