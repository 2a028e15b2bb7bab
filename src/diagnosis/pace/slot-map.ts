import type { PastLive } from '../../metrics/benchmark.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { Zone } from '../../metrics/time.ts';
import { FEWEST_OWN_LIVES } from '../comparable.ts';
import { gmvPerHourOfLive } from '../comparable-past.ts';
import { count } from '../text/wording.ts';
import type { ToldOrNot } from '../told-or-not.ts';
import { type Slot, type SlotFigure, type Slots, slotsOf } from './slots.ts';

/** A slot whose own LIVEs say what it pays. */
export type PaidSlot = Slot & { readonly gmv: SlotFigure };

/** The slots of a shop whose mean is known. */
export interface SlotMap extends Slots {
  readonly gmv: number;
  /** The slot that pays most; absent where none surely pays more than the mean. */
  readonly best?: PaidSlot;
}

/**
 * What LIVEs pay by the weekday and time of day of their start, see {@link slotsOf}; or what is missing:
 * the shop's time zone, or LIVEs.
 */
export function slotMapOf(
  history: readonly PastLive[],
  zone: Zone | undefined,
  currency: CurrencyCode | undefined,
): ToldOrNot<SlotMap> {
  if (zone === undefined) return { state: 'untold', needs: { key: 'pace_needsZone' } };
  const slots = slotsOf(history, zone, currency);
  const { gmv } = slots;
  if (gmv === undefined) {
    const values = { count: count(lacking(history, currency)) };
    return { state: 'untold', needs: { key: 'factor_shared_moreLives', values } };
  }
  const best = bestSlot(slots.cells, gmv);
  return { state: 'told', value: { ...slots, gmv, ...(best === undefined ? {} : { best }) } };
}

/** The slot that pays most, if its whole 90 % interval lies above the shop's mean; else none is named. */
export function bestSlot(cells: readonly Slot[], mean: number): PaidSlot | undefined {
  let best: PaidSlot | undefined;
  for (const cell of cells) {
    const { gmv } = cell;
    if (gmv === undefined || gmv.n === 0 || gmv.likely.low <= mean) continue;
    if (best === undefined || gmv.likely.value > best.gmv.likely.value) best = { ...cell, gmv };
  }
  return best;
}

/** LIVEs still missing for a map; at least one. */
function lacking(history: readonly PastLive[], currency: CurrencyCode | undefined): number {
  const known = history.filter(
    (live) =>
      (live.currency === undefined || live.currency === currency) &&
      (gmvPerHourOfLive(live) ?? 0) > 0,
  );
  return Math.max(1, FEWEST_OWN_LIVES - known.length);
}
