import { randomOf } from '../../../sources/sample/random.ts';
import { assumptions, type Profile, type Range } from './assumptions.ts';
import {
  type CountedLive,
  countByInterval,
  countWhole,
  intervalsIn,
  type SimulatedCounts,
} from './counts.ts';
import { drawUsualAt, type ShopKind } from './drifting-shop.ts';
import { drawFaults, keptOverall, type SimulatedFault, uniform } from './faults.ts';
import { attainableOf, benchmarkOf, drawShop, type Shop } from './shop.ts';
import { eachStep, type StepValues } from './steps.ts';
import type { Truth } from './truth.ts';

/** All that a rule may see of a room. */
export interface ObservedRoom {
  /** Names the room; two rooms of a run never share it. */
  readonly name: string;
  readonly profile: Profile;
  /** The market's line for each step. */
  readonly market: StepValues;
  readonly live: CountedLive;
  /** Earlier LIVEs of the shop, the latest first. */
  readonly history: readonly SimulatedCounts[];
}

/** A simulated room: what is true, and a way to what is seen of it. */
export interface SimulatedRoom {
  readonly truth: Truth;
  readonly faults: readonly SimulatedFault[];
  readonly shop: Shop;
  /** Draws what is counted; apart, because most rooms of a search are never counted. */
  readonly observe: () => ObservedRoom;
}

/**
 * The room of that name: the same name gives the same room on every machine.
 *
 * @param range how long its LIVEs last, in hours
 * @param lives earlier LIVEs that are known
 * @param kind what the shop is like
 */
export function drawRoom(
  name: string,
  range: Range,
  lives: number,
  kind: ShopKind = 'steady',
): SimulatedRoom {
  const random = randomOf(name);
  const shop = drawShop(random);
  const hours = uniform(random, range);
  const usual = capped(drawUsualAt(name, shop, kind, 0, random));
  const faults = drawFaults(random);
  const kept = keptOverall(faults, intervalsIn(hours));
  const rates = eachStep((step) => usual[step] * kept[step]);
  const market = benchmarkOf(shop.profile);
  const truth = { rates, targets: attainableOf(shop.level, market) };
  const observe = (): ObservedRoom => ({
    name,
    profile: shop.profile,
    market,
    live: countByInterval(randomOf(name, 'counts'), usual, faults, hours),
    history: historyOf(name, shop, range, lives, kind),
  });
  return { truth, faults, shop, observe };
}

function historyOf(
  name: string,
  shop: Shop,
  range: Range,
  lives: number,
  kind: ShopKind,
): SimulatedCounts[] {
  return Array.from({ length: lives }, (_, place) => {
    const random = randomOf(name, 'history', place);
    const hours = uniform(random, range);
    return countWhole(random, capped(drawUsualAt(name, shop, kind, -place - 1, random)), hours);
  });
}

/** Shares of viewers stay below the largest assumed. */
function capped(steps: StepValues): StepValues {
  const most = assumptions.largestRate.value;
  return {
    ...steps,
    tapThroughRate: Math.min(most, steps.tapThroughRate),
    liveCtr: Math.min(most, steps.liveCtr),
    ctor: Math.min(most, steps.ctor),
  };
}
