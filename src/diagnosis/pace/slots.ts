import type { PastLive } from '../../metrics/benchmark.ts';
import { numberOf } from '../../metrics/figure.ts';
import { hoursOf } from '../../metrics/live/length.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { Zone } from '../../metrics/time.ts';
import { FEWEST_OWN_LIVES } from '../comparable.ts';
import { gmvPerHourOfLive } from '../comparable-past.ts';
import type { Estimate } from '../estimate.ts';
import { Z90 } from '../statistics/constants.ts';
import { type Measured, shrunk } from '../statistics/shrink.ts';
import { clockTime, SLOT_HOURS } from '../timeline/clock.ts';
import { ratio, usable } from '../usable.ts';

/** Spread of LIVEs in one slot, on the log scale, where no slot has two: about two fifths. Chosen by us. */
const GUESS_SPREAD = 0.4;

/** A figure of a slot: what its own LIVEs brought, and that pulled towards the shop's mean. */
export interface SlotFigure {
  /** LIVEs it rests on. */
  readonly n: number;
  /** Geometric mean of the slot's own LIVEs; absent where it has none. */
  readonly own?: number;
  /** What to expect of the next LIVE's mean there; 90 % interval. Equals the shop's mean where there were none. */
  readonly likely: Required<Estimate>;
}

/** A weekday and time of day at which LIVEs start. */
export interface Slot {
  /** 0 is Sunday, in the shop's zone. */
  readonly weekday: number;
  /** Hours of the day by the shop's clock: from inclusive, to exclusive. */
  readonly fromHour: number;
  readonly toHour: number;
  /** Per hour; absent with fewer than five LIVEs that have the figure. */
  readonly gmv?: SlotFigure;
  readonly impressions?: SlotFigure;
}

export interface Slots {
  /** The shop's geometric means per hour, which slots without a LIVE are taken to have. */
  readonly gmv?: number;
  readonly impressions?: number;
  /** Seven days by six bands, Sunday first, each day from midnight. */
  readonly cells: readonly Slot[];
}

/**
 * GMV/h and impressions/h of the own LIVEs by weekday and time of day of their start, each slot pulled
 * towards the shop's mean by its sample (empirical Bayes), so that one good evening is no best slot.
 * Money in another currency is left out.
 */
export function slotsOf(
  history: readonly PastLive[],
  zone: Zone,
  currency: CurrencyCode | undefined,
): Slots {
  const gmv = gridOf(
    history.filter((live) => live.currency === undefined || live.currency === currency),
    zone,
    gmvPerHourOfLive,
  );
  const impressions = gridOf(
    history,
    zone,
    (live) =>
      numberOf(live.figures, 'impressionsPerHour') ??
      ratio(numberOf(live.figures, 'impressions'), hoursOf(live)),
  );
  const bands = 24 / SLOT_HOURS;
  return {
    ...(gmv === undefined ? {} : { gmv: gmv.mean }),
    ...(impressions === undefined ? {} : { impressions: impressions.mean }),
    cells: Array.from({ length: 7 * bands }, (_, place): Slot => {
      const weekday = Math.floor(place / bands);
      const slot = place % bands;
      const [paid, seen] = [gmv?.figures[place], impressions?.figures[place]];
      return {
        weekday,
        fromHour: slot * SLOT_HOURS,
        toHour: (slot + 1) * SLOT_HOURS,
        ...(paid === undefined ? {} : { gmv: paid }),
        ...(seen === undefined ? {} : { impressions: seen }),
      };
    }),
  };
}

function gridOf(
  history: readonly PastLive[],
  zone: Zone,
  perHour: (live: PastLive) => number | undefined,
): { readonly mean: number; readonly figures: readonly SlotFigure[] } | undefined {
  const bands = 24 / SLOT_HOURS;
  const cells: number[][] = Array.from({ length: 7 * bands }, () => []);
  const all: number[] = [];
  for (const live of history) {
    const value = usable(perHour(live));
    if (value === undefined || value <= 0) continue;
    const { weekday, slot } = clockTime(live.startedAt, zone);
    cells[weekday * bands + slot]?.push(Math.log(value));
    all.push(Math.log(value));
  }
  if (all.length < FEWEST_OWN_LIVES) return undefined;
  const centre = mean(all);
  const square = squareWithin(cells);
  const seen = cells.flatMap((logs, place): (Measured & { place: number })[] =>
    logs.length === 0 ? [] : [{ place, log: mean(logs), variance: square / logs.length }],
  );
  const { members, spread } = shrunkWithSpread(seen, centre, square / all.length);
  const pulled = new Map(members.map((one, place) => [seen[place]?.place, one]));
  return {
    mean: Math.exp(centre),
    figures: cells.map((logs, place) => {
      const likely = pulled.get(place) ?? { log: centre, variance: spread };
      const half = Z90 * Math.sqrt(likely.variance);
      return {
        n: logs.length,
        ...(logs.length === 0 ? {} : { own: Math.exp(mean(logs)) }),
        likely: {
          value: Math.exp(likely.log),
          low: Math.exp(likely.log - half),
          high: Math.exp(likely.log + half),
        },
      };
    }),
  };
}

/** The slots' figures pulled to the centre, whose own error they share; and the spread of a slot of which nothing is known. */
function shrunkWithSpread(seen: readonly Measured[], centre: number, centreVariance: number) {
  const unknown = { log: centre, variance: 1e6 };
  const pulled = shrunk([...seen, unknown], centre);
  const spread = (pulled.at(-1)?.variance ?? 0) + centreVariance;
  const members = pulled.slice(0, -1).map(({ log, variance }) => ({
    log,
    variance: variance + centreVariance,
  }));
  return { members, spread };
}

/** Variance of LIVEs within their slots, pooled with a guess that weighs as two LIVEs. */
function squareWithin(cells: readonly (readonly number[])[]): number {
  let squares = 2 * GUESS_SPREAD ** 2;
  let free = 2;
  for (const logs of cells) {
    if (logs.length < 2) continue;
    const middle = mean(logs);
    squares += logs.reduce((sum, value) => sum + (value - middle) ** 2, 0);
    free += logs.length - 1;
  }
  return squares / free;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
