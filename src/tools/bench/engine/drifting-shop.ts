import { normal } from '../../../sources/sample/draws.ts';
import { randomOf } from '../../../sources/sample/random.ts';
import { assumptions } from './assumptions.ts';
import { drawUsual, type Shop } from './shop.ts';
import { eachStep, type StepName, type StepValues } from './steps.ts';

/**
 * What shops are like. `steady`: LIVEs vary around one level; `real`: as two real shops do, wider, around
 * a level that drifts from LIVE to LIVE and differs by weekday.
 */
export const shopKinds = ['steady', 'real'] as const;
export type ShopKind = (typeof shopKinds)[number];

const { roomSpread, realShops, hoursBetweenStarts } = assumptions;

/**
 * The steps of a shop's LIVE before faults; one that drifts gets there from the LIVE of place 0, whose level
 * is the shop's.
 *
 * @param name of the room of place 0: the same name drifts alike
 * @param place how many LIVEs after that one; earlier ones are negative
 * @param random draws the ups and downs of this LIVE alone
 */
export function drawUsualAt(
  name: string,
  shop: Shop,
  kind: ShopKind,
  place: number,
  random: () => number,
): StepValues {
  const steady = drawUsual(random, shop);
  if (kind === 'steady') return steady;
  return eachStep((step) => {
    const level = shop.level[step];
    // The ups and downs keep their correlations and get their real size.
    const off = Math.log(steady[step] / level) / roomSpread.value[step];
    const moves = realShops.value[shop.profile.name]?.[step];
    if (moves === undefined) return steady[step];
    const { spread, drift, weekday } = moves;
    const moved = drift * walkTo(name, step, place) + weekday * weekdayOf(name, step, place);
    return level * Math.exp(spread * off + moved);
  });
}

/** How far the level has moved by a place, in steps of one standard deviation each. */
function walkTo(name: string, step: StepName, place: number): number {
  const way = Math.sign(place);
  let moved = 0;
  for (let at = way; at !== place + way && way !== 0; at += way) {
    moved += normal(randomOf(name, 'drift', step, at));
  }
  return moved;
}

/** What the weekday adds, in standard deviations; the weekday of place 0 is the first. */
function weekdayOf(name: string, step: StepName, place: number): number {
  const days = Math.floor((place * hoursBetweenStarts.value) / 24);
  const day = ((days % 7) + 7) % 7;
  return normal(randomOf(name, 'weekday', step, day));
}
