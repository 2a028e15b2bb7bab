import { HOUR_SECONDS } from '../../metrics/time.ts';
import type { Ware } from './catalogue.ts';
import { pick } from './draws.ts';
import type { Random } from './random.ts';
import type { ScheduledSlot } from './schedule.ts';
import type { Planted } from './types.ts';

/** A product held up on screen, in unix seconds. */
export interface PlannedPin {
  readonly product: Ware;
  readonly from: number;
  readonly to: number;
}

/**
 * One pin after the other over the whole LIVE: 10 to 25 minutes each with short breaks, the better
 * products more often, never the same twice in a row. A planted stuck pin stands as long as it was planted.
 */
export function planPins(
  random: Random,
  slot: ScheduledSlot,
  basket: readonly Ware[],
  planted: readonly Planted[],
): PlannedPin[] {
  const stuck = planted.find(({ fault }) => fault === 'stuck-pin');
  const pins: PlannedPin[] = [];
  let last: Ware | undefined;
  let at = slot.startedAt + 60 + random() * 240;
  while (at < slot.plannedEnd - 120) {
    const hold = stuck?.from !== undefined && at >= stuck.from && !pins.some(isStuck(stuck));
    const others = basket.filter((ware) => ware !== last);
    const usual =
      others[
        pick(
          random,
          others.map(({ appeal, ctr }) => appeal * ctr),
        )
      ];
    const product = hold ? basket.find(({ id }) => id === stuck?.product) : usual;
    if (product === undefined) break;
    const usualEnd = at + (10 + random() * 15) * 60;
    const end = hold && stuck?.to !== undefined ? Math.max(stuck.to, at + HOUR_SECONDS) : usualEnd;
    const limit =
      hold || stuck?.from === undefined || at >= stuck.from ? slot.plannedEnd : stuck.from;
    const to = Math.round(Math.min(end, limit, slot.plannedEnd));
    pins.push({ product, from: Math.round(at), to });
    last = product;
    at = to + (hold || to === limit ? 0 : random() * 240);
  }
  return pins;
}

function isStuck(stuck: Planted): (pin: PlannedPin) => boolean {
  return ({ product, from }) =>
    product.id === stuck.product && stuck.from !== undefined && from >= stuck.from;
}
