import { HOUR_SECONDS, type UnixSeconds, unixSeconds } from '../../metrics/time.ts';
import { instantOn, type ShopDay, weekdayOf } from './calendar.ts';
import { logNormal } from './draws.ts';
import { randomOf } from './random.ts';
import type { PlantedFault, SampleTruth } from './types.ts';

/** When one LIVE is on, and what is planted in it. */
export interface ScheduledSlot {
  /** Counts the shop's LIVEs without a hole; -1 for the one on air. */
  readonly ordinal: number;
  readonly slot: SampleTruth['slot'];
  readonly startedAt: UnixSeconds;
  readonly plannedEnd: UnixSeconds;
  readonly faults: readonly PlantedFault[];
}

/** The longest LIVE of the shop in seconds; the demo's replay has to last as long. */
export const LONGEST_LIVE = 7 * HOUR_SECONDS;

/** Weekdays (0 is Monday) with a LIVE, and its slot. One in four weeks goes without its Wednesday. */
const week = [
  [1, 'evening'],
  [2, 'midday'],
  [3, 'evening'],
  [5, 'morning'],
  [6, 'midday'],
] as const;
const OFF_WEEKDAY = 2;
const OFF_EVERY = 4;

const opening = { morning: 9, midday: 12, evening: 17.75, marathon: 8.5 } as const;
const medianHours = { morning: 2.8, midday: 2.4, evening: 3, marathon: 6.5 } as const;
/** Nothing runs after this hour, so that a LIVE on air at midnight never overlaps an ended one. */
const CLOSING = 22.2;

const planted: Readonly<Record<number, PlantedFault>> = {
  0: 'sold-out',
  2: 'stuck-pin',
  5: 'quiet-stretch',
  8: 'weak-first-impression',
  11: 'unpaid-orders',
  14: 'ads-do-not-pay',
  17: 'very-short',
  19: 'thin-basket',
};
const PLANTED_EVERY = 20;
const VIOLATION_EVERY = 13;
const MARATHON_EVERY = 16;

/** The LIVE of a calendar day; undefined on a day without one. It depends on nothing but seed and day. */
export function slotOn(seed: number, day: ShopDay): ScheduledSlot | undefined {
  const place = week.findIndex(([weekday]) => weekday === weekdayOf(day));
  const entry = week[place];
  const weeks = Math.floor((day + 3) / 7);
  const off = weeks % OFF_EVERY === 0;
  if (entry === undefined || (off && entry[0] === OFF_WEEKDAY)) return undefined;
  const ordinal =
    weeks * week.length -
    Math.ceil(weeks / OFF_EVERY) +
    place -
    (off && entry[0] > OFF_WEEKDAY ? 1 : 0);
  const faults = faultsOf(ordinal);
  const marathon = ordinal % MARATHON_EVERY === 9 && !faults.includes('very-short');
  const slot = marathon ? 'marathon' : entry[1];
  const random = randomOf(seed, 'slot', day);
  const start = Math.round(opening[slot] * HOUR_SECONDS + (random() - 0.5) * 2_400);
  const hours = medianHours[slot] * logNormal(random, slot === 'marathon' ? 0.02 : 0.3);
  const short = 31 * 60 + Math.round(random() * 420);
  const length = Math.min(
    Math.round(hours * HOUR_SECONDS),
    LONGEST_LIVE,
    CLOSING * HOUR_SECONDS - start,
  );
  const startedAt = instantOn(day, start);
  return {
    ordinal,
    slot,
    startedAt,
    plannedEnd: unixSeconds(
      startedAt + (faults.includes('very-short') ? short : Math.max(length, 3_000)),
    ),
    faults,
  };
}

function faultsOf(ordinal: number): PlantedFault[] {
  const one = planted[ordinal % PLANTED_EVERY];
  return [
    ...(one === undefined ? [] : [one]),
    ...(ordinal % VIOLATION_EVERY === 3 ? (['violation'] as const) : []),
  ];
}

/** The LIVE on air when the shop is opened: begun 60 to 90 minutes before, planned for six hours. */
export function slotOnAir(seed: number, opened: number): ScheduledSlot {
  const grid = 30 * 60;
  const begun = Math.floor(opened / 1000 / grid) * grid - 60 * 60;
  const startedAt = unixSeconds(begun - Math.floor(randomOf(seed, 'on air', begun)() * 60));
  return {
    ordinal: -1,
    slot: 'evening',
    startedAt,
    plannedEnd: unixSeconds(startedAt + 6 * HOUR_SECONDS),
    faults: ['quiet-stretch'],
  };
}
