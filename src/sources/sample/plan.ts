import * as v from 'valibot';
import type { CategoryId, ProductId, RoomId } from '../../metrics/ids.ts';
import { RoomIdSchema } from '../../metrics/ids.ts';
import { toMs, type UnixSeconds, unixSeconds } from '../../metrics/time.ts';
import { hourOf, shopDayOf, weekdayOf } from './calendar.ts';
import { BEAUTY, FASHION, HOME, type Ware } from './catalogue.ts';
import { logNormal, normal, pick, sample } from './draws.ts';
import type { Deal } from './orders.ts';
import { type PlannedPin, planPins } from './pins.ts';
import { type Random, randomOf } from './random.ts';
import type { ScheduledSlot } from './schedule.ts';
import type { Planted, PlantedFault, SampleTruth } from './types.ts';

/** Everything decided before the first viewer comes in. */
export interface LiveScript {
  readonly id: RoomId;
  readonly seed: number;
  readonly startedAt: UnixSeconds;
  readonly plannedEnd: UnixSeconds;
  readonly truth: SampleTruth;
  readonly basket: readonly Ware[];
  readonly stock: readonly number[];
  readonly pins: readonly PlannedPin[];
  /** Chance that a placed order is paid. */
  readonly payment: number;
  /** Ads cost of 1,000 impressions in cents; absent without ads. */
  readonly adsCpmCents?: number;
  readonly deal: Deal;
  /** Comments and new followers of one view. */
  readonly comments: number;
  readonly follows: number;
}

interface Presenter {
  readonly name: string;
  readonly tap: number;
  readonly click: number;
  readonly order: number;
  readonly stay: number;
}

const hosts = {
  morning: { name: 'host A', tap: 0.92, click: 0.9, order: 0.95, stay: 0.88 },
  midday: { name: 'host B', tap: 1, click: 1, order: 0.97, stay: 1 },
  evening: { name: 'host C', tap: 1.07, click: 1.1, order: 1.08, stay: 1.14 },
  marathon: { name: 'hosts A and B', tap: 0.95, click: 0.93, order: 0.96, stay: 0.92 },
} as const satisfies Record<SampleTruth['slot'], Presenter>;

/** Draws the plan of a LIVE; the same seed and slot give the same plan. */
export function planLive(seed: number, slot: ScheduledSlot, wares: readonly Ware[]): LiveScript {
  const random = randomOf(seed, 'plan', slot.startedAt);
  const id = roomId(random, slot.startedAt);
  const theme = themeOf(random);
  const basket = basketOf(random, wares, theme, slot.faults.includes('thin-basket'));
  const spots = plantIn(random, slot, basket);
  const adsOn = slot.faults.includes('ads-do-not-pay') || random() < 0.6;
  const soldOut = spots.find(({ fault }) => fault === 'sold-out')?.product;
  return {
    id,
    seed,
    startedAt: slot.startedAt,
    plannedEnd: slot.plannedEnd,
    truth: {
      planted: spots,
      host: hosts[slot.slot].name,
      slot: slot.slot,
      theme,
      adsOn,
      strength: strengthOf(random, slot),
      plannedEnd: slot.plannedEnd,
    },
    basket,
    stock: basket.map(({ id: product }) =>
      product === soldOut ? 3 : 60 + Math.floor(random() * 340),
    ),
    pins: planPins(random, slot, basket, spots),
    payment: slot.faults.includes('unpaid-orders') ? 0.68 : 0.9 + random() * 0.07,
    ...(adsOn
      ? {
          adsCpmCents:
            (slot.faults.includes('ads-do-not-pay') ? 3_800 : 650) * logNormal(random, 0.15),
        }
      : {}),
    deal: {
      priceLevel: Math.max(0.7, Math.min(1, 0.93 * logNormal(random, 0.15))),
      bundles: logNormal(random, 0.45),
    },
    comments: 0.034 * logNormal(random, 0.3),
    follows: 0.0075 * logNormal(random, 0.3),
  };
}

/** A room id as TikTok's: the upper 32 bits are the second in which the room was made, a little before the start. */
function roomId(random: Random, startedAt: UnixSeconds): RoomId {
  const made = BigInt(startedAt - 20 - Math.floor(random() * 30));
  const rest = BigInt(Math.floor(random() * 4_294_967_296));
  return v.parse(RoomIdSchema, String((made << 32n) | rest));
}

function themeOf(random: Random): CategoryId {
  return [BEAUTY, HOME, FASHION][pick(random, [0.5, 0.25, 0.25])] ?? BEAUTY;
}

function basketOf(
  random: Random,
  wares: readonly Ware[],
  theme: CategoryId,
  thin: boolean,
): Ware[] {
  const own = wares.filter(({ category }) => category === theme);
  const other = wares.filter(({ category }) => category !== theme);
  const byAppeal = ({ appeal }: Ware): number => appeal;
  if (thin) return sample(random, own, 5, byAppeal);
  return [
    ...sample(random, own, 8 + Math.floor(random() * 5), byAppeal),
    ...sample(random, other, 3 + Math.floor(random() * 6), byAppeal),
  ];
}

/** Room to room spreads after the reference's table, with a shared part so that good rooms are good in several ways. */
function strengthOf(random: Random, slot: ScheduledSlot): SampleTruth['strength'] {
  const host = hosts[slot.slot];
  const weekday = weekdayOf(shopDayOf(toMs(slot.startedAt)));
  const hour = hourOf(slot.startedAt);
  const day = weekday >= 5 ? 1.1 : 0.97;
  const evening = hour >= 17 || hour < 2 ? 1.12 : hour < 11 ? 0.88 : 1;
  const shared = normal(random);
  const drawn = (spread: number, share: number): number =>
    Math.exp(spread * (share * shared + Math.sqrt(1 - share * share) * normal(random)));
  return {
    impressions: day * evening * drawn(0.17, 0.7),
    tapThrough: host.tap * drawn(0.13, 0.1),
    click: host.click * drawn(0.13, 0.6),
    order: host.order * drawn(0.16, 0),
    stay: host.stay * drawn(0.15, 0.3),
  };
}

function plantIn(random: Random, slot: ScheduledSlot, basket: readonly Ware[]): Planted[] {
  const length = slot.plannedEnd - slot.startedAt;
  const stretch = (fault: PlantedFault, from: number, minutes: number): Planted => ({
    fault,
    from: unixSeconds(slot.startedAt + Math.round(from)),
    to: unixSeconds(Math.min(slot.plannedEnd, slot.startedAt + Math.round(from) + minutes * 60)),
  });
  const weak = basket.reduce<Ware | undefined>(
    (least, ware) =>
      least === undefined || ware.ctr * ware.ctor < least.ctr * least.ctor ? ware : least,
    undefined,
  );
  const hero = [...basket].sort((a, b) => b.appeal - a.appeal)[0];
  return slot.faults.map((fault): Planted => {
    switch (fault) {
      case 'stuck-pin':
        return {
          ...stretch(fault, length * 0.3, 70 + random() * 25),
          ...(weak === undefined ? {} : { product: weak.id }),
        };
      case 'quiet-stretch':
        return slot.ordinal < 0
          ? stretch(fault, 25 * 60, 20)
          : stretch(fault, length * (0.3 + random() * 0.2), 28 + random() * 10);
      case 'violation':
        return stretch(fault, length * (0.25 + random() * 0.4), 30);
      case 'weak-first-impression':
        return stretch(fault, 0, 25);
      case 'sold-out':
        return hero === undefined ? { fault } : { fault, product: hero.id };
      default:
        return { fault };
    }
  });
}

/** Whether a planted fault is at work at an instant. */
export function plantedAt(plan: LiveScript, fault: PlantedFault, at: number): boolean {
  return plan.truth.planted.some(
    (one) =>
      one.fault === fault &&
      one.from !== undefined &&
      one.to !== undefined &&
      one.from <= at &&
      at < one.to,
  );
}

/** The product held up on screen at an instant. */
export function pinnedAt(plan: LiveScript, at: number): ProductId | undefined {
  return plan.pins.find(({ from, to }) => from <= at && at < to)?.product.id;
}
