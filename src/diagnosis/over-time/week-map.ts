import type { Span } from '../../metrics/live/length.ts';
import {
  DAY_SECONDS,
  HOUR_SECONDS,
  MINUTE_SECONDS,
  toMs,
  type UnixSeconds,
  unixSeconds,
  type Zone,
} from '../../metrics/time.ts';
import { zoneAt } from '../../metrics/zone.ts';
import { ratio } from '../usable.ts';
import { type LivesInTime, paidTime } from './live-in-time.ts';

/** Of fewer LIVEs a cell's figure is told apart: one good evening is no good hour. Chosen by us. */
const FEWEST_IN_CELL = 3;

/** One hour of the week by the shop's clock. */
export interface WeekCell {
  /** 0 is Sunday. */
  readonly weekday: number;
  /** From this hour of the day to the next. */
  readonly hour: number;
  /** LIVEs that were on air in it, once each. */
  readonly lives: number;
  /** Hours that they were on air in it, all together. */
  readonly hours: number;
  /** GMV of those whose GMV is known ÷ their hours in it; absent where it is known of none. */
  readonly perHour?: number;
  /** LIVEs that `perHour` rests on. */
  readonly paid: number;
  /** Whether those are too few for a figure that tells something. */
  readonly isThin: boolean;
}

/** The hours of a week, and which of them paid most. */
export interface WeekMap {
  /** Cells with a LIVE on air, by weekday from Sunday and hour. */
  readonly cells: readonly WeekCell[];
  /** Of the cells with enough LIVEs; absent where there is none. */
  readonly best?: WeekCell & { readonly perHour: number };
  /** The highest GMV/h of a cell with enough LIVEs; the scale of the colours. */
  readonly highest?: number;
  /** LIVEs that it rests on; those that still run, and others without a known length, are on no clock. */
  readonly lives: number;
  readonly running: number;
  readonly untimed: number;
}

/**
 * When LIVEs were on air and what they made then. A light record has no minutes: a LIVE's GMV is spread evenly over
 * its time, so that a cell's figure is the GMV/h of the LIVEs on air in it, each weighted by its time in it. Hours
 * are those of the shop's clock, in summer time where it then was.
 *
 * @param zone whose clock tells the hours of a LIVE that names none
 */
export function weekMapOf(lives: LivesInTime, zone: Zone, from: UnixSeconds | undefined): WeekMap {
  const sums = Array.from({ length: 7 * 24 }, () => ({
    ...{ lives: 0, seconds: 0, gmv: 0, paidHours: 0, paid: 0, last: -1 },
  }));
  let timed = 0;
  let running = 0;
  let untimed = 0;
  for (const [place, live] of lives.lives.entries()) {
    if (from !== undefined && live.startedAt < from) continue;
    if (live.span === undefined) {
      if (live.phase === 'running') running += 1;
      else untimed += 1;
      continue;
    }
    timed += 1;
    const paid = paidTime(live, lives);
    for (const { cell, seconds } of hoursOnAir(live.span, live.zone ?? zone)) {
      const sum = sums[cell];
      if (sum === undefined) continue;
      const isFirst = sum.last !== place;
      sum.last = place;
      sum.seconds += seconds;
      if (isFirst) sum.lives += 1;
      if (paid === undefined) continue;
      const hours = seconds / HOUR_SECONDS;
      sum.paidHours += hours;
      sum.gmv += (paid.gmv / paid.hours) * hours;
      if (isFirst) sum.paid += 1;
    }
  }
  const cells = sums.flatMap((sum, place): WeekCell[] => {
    if (sum.lives === 0) return [];
    const perHour = ratio(sum.gmv, sum.paidHours);
    return [
      {
        weekday: Math.floor(place / 24),
        hour: place % 24,
        lives: sum.lives,
        hours: sum.seconds / HOUR_SECONDS,
        ...(perHour === undefined ? {} : { perHour }),
        paid: sum.paid,
        isThin: sum.paid < FEWEST_IN_CELL,
      },
    ];
  });
  const best = bestCell(cells);
  return {
    cells,
    ...(best === undefined ? {} : { best, highest: best.perHour }),
    lives: timed,
    running,
    untimed,
  };
}

function bestCell(cells: readonly WeekCell[]): WeekMap['best'] {
  let best: WeekMap['best'];
  for (const cell of cells) {
    const { perHour, isThin } = cell;
    if (perHour === undefined || isThin) continue;
    if (best === undefined || perHour > best.perHour) best = { ...cell, perHour };
  }
  return best;
}

/** Clocks change at whole quarters of an hour, UTC. */
const QUARTER_SECONDS = 15 * MINUTE_SECONDS;

/** Clocks change at most once in so long. */
const STEADY_SECONDS = 7 * DAY_SECONDS;

/** The hours of the week that a span touches, in its order, and for how long. */
function* hoursOnAir(
  { from, to }: Span,
  zone: Zone,
): Generator<{ readonly cell: number; readonly seconds: number }> {
  const first = offsetAt(from, zone);
  const isSteady = to - from < STEADY_SECONDS && first === offsetAt(to, zone);
  for (let at: number = from; at < to; ) {
    const offset = isSteady ? first : offsetAt(unixSeconds(at), zone);
    const hour = Math.floor((at + offset) / HOUR_SECONDS);
    const quarter = (Math.floor(at / QUARTER_SECONDS) + 1) * QUARTER_SECONDS;
    const hourEnd = (hour + 1) * HOUR_SECONDS - offset;
    const end = Math.min(to, hourEnd, isSteady ? hourEnd : quarter);
    yield { cell: cellOf(hour), seconds: end - at };
    at = end;
  }
}

const offsetAt = (at: UnixSeconds, zone: Zone): number => zoneAt(toMs(at), zone).offset;

/** January 1, 1970 was a Thursday. */
const EPOCH_WEEKDAY = 4;
const HOURS_A_WEEK = 7 * 24;

/** The place of an hour since 1970, by the shop's clock, in a week from Sunday. */
function cellOf(hour: number): number {
  return (((hour + EPOCH_WEEKDAY * 24) % HOURS_A_WEEK) + HOURS_A_WEEK) % HOURS_A_WEEK;
}
