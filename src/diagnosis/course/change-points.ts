import { spanOf } from '../../metrics/live/length.ts';
import type { Session } from '../../metrics/session.ts';
import type { Text } from '../../metrics/text.ts';
import { HOUR_SECONDS, type UnixSeconds } from '../../metrics/time.ts';
import type { Estimate } from '../estimate.ts';
import { intervalsOf } from '../timeline/span.ts';
import { usable } from '../usable.ts';
import type { ChangeMoney, CourseShift } from './change.ts';
import { changeText, costText } from './change-text.ts';
import { coincidenceOf, type Happening, happenedBefore, happeningsOf } from './happenings.ts';
import { around } from './pace-interval.ts';
import { soFar } from './so-far.ts';
import { type Level, levelsOf } from './stretches.ts';
import { type CourseSeries, courseSeries, stretchWorth } from './worth.ts';

/** People first find the room: its rise in the first quarter of an hour is no event. The factor on openings judges it. */
export const OPENING_SECONDS = 15 * 60;

/** Changes of several series in the same direction within this time are told as one. */
const TOGETHER_SECONDS = 15 * 60;

/** A lasting change of a LIVE's course. The money of several changes must not be added: their times overlap. */
export interface ChangePoint {
  /** To within an interval of the timeline. */
  readonly at: UnixSeconds;
  readonly until: UnixSeconds;
  readonly direction: 'rose' | 'fell';
  /** The series that changed, nearest to money first. */
  readonly shifts: readonly CourseShift[];
  /** What was recorded shortly before, most telling first; empty where nothing was. */
  readonly happened: readonly Happening[];
  /** Share of the LIVE that lies as close to something recorded: how little `happened` may mean. */
  readonly coincidence: number;
  readonly money?: ChangeMoney;
  readonly text: Text;
  readonly cost?: Text;
}

interface Found extends CourseShift {
  readonly direction: 'rose' | 'fell';
  readonly money?: ChangeMoney;
}

/**
 * Where the orders, product clicks or viewers of a LIVE changed for a quarter of an hour or more, in
 * order of time. Works for a running LIVE up to its last whole interval. Empty where nothing changed
 * beyond chance, or the timeline can't tell.
 */
export function changePointsOf(session: Session): readonly ChangePoint[] {
  const known = soFar(session);
  const span = known === undefined ? undefined : spanOf(known.room);
  if (known === undefined || span === undefined) return [];
  const found = courseSeries
    .flatMap((series) => changesIn(known, series, span.from + OPENING_SECONDS))
    .sort((a, b) => a.at - b.at);
  const happenings = happeningsOf(known);
  const slack = known.timeline?.interval ?? 0;
  const coincidence = coincidenceOf(happenings, span, slack);
  return together(found).flatMap((group) => {
    const shifts = courseSeries.flatMap((series) => group.filter((one) => one.series === series));
    const [main] = shifts;
    if (main === undefined) return [];
    const at = shifts.reduce((first, shift) => (shift.at < first ? shift.at : first), main.at);
    const happened = happenedBefore(happenings, at, slack);
    const { money } = main;
    return [
      {
        at,
        until: main.until,
        direction: main.direction,
        shifts: shifts.map(({ series, at: from, until, before, after }) => ({
          series,
          at: from,
          until,
          before,
          after,
        })),
        happened,
        coincidence,
        ...(money === undefined ? {} : { money, cost: costText(known, money, main.until) }),
        text: changeText(known, main, at, happened[0]),
      },
    ];
  });
}

function changesIn(session: Session, series: CourseSeries, from: number): Found[] {
  const scale = series === 'concurrentViewers' ? 'level' : 'amount';
  const intervals = (intervalsOf(session, series, scale) ?? []).filter((one) => one.from >= from);
  const levels = levelsOf(intervals, scale);
  if (levels === undefined) return [];
  const unit = scale === 'amount' ? HOUR_SECONDS : 1;
  return levels.slice(1).flatMap((after, place) => {
    const before = levels[place];
    if (before === undefined) return [];
    const money = moneyOf(session, series, before, after, unit);
    return [
      {
        series,
        at: after.from,
        until: after.to,
        direction: after.level.value < before.level.value ? 'fell' : 'rose',
        before: times(before.level, unit),
        after: times(after.level, unit),
        ...(money === undefined ? {} : { money }),
      },
    ];
  });
}

function moneyOf(
  session: Session,
  series: CourseSeries,
  before: Level,
  after: Level,
  unit: number,
): ChangeMoney | undefined {
  const scale = series === 'concurrentViewers' ? 'level' : 'amount';
  const all = (intervalsOf(session, series, scale) ?? []).reduce(
    (sum, { value, from, to }) =>
      sum + (scale === 'amount' ? value : (value * (to - from)) / HOUR_SECONDS),
    0,
  );
  const worth = stretchWorth(session, series, all);
  if (worth === undefined) return undefined;
  const step = (after.level.value - before.level.value) * unit;
  const error = Math.hypot(after.error, before.error) * unit;
  const hours = (after.to - after.from) / HOUR_SECONDS;
  const value = step * worth.value;
  const spread = worth.value * Math.hypot(error, step * worth.error);
  if (usable(value * hours) === undefined || usable(spread * hours) === undefined) return undefined;
  const perHour = around(value, spread);
  return { rests: series, perHour, total: times(perHour, hours) };
}

function times({ value, low = value, high = value }: Estimate, by: number): Estimate {
  return { value: value * by, low: low * by, high: high * by };
}

/** Neighbours in time that went the same way, each series once. */
function together(found: readonly Found[]): Found[][] {
  const groups: Found[][] = [];
  for (const one of found) {
    const group = groups.find(
      (other) =>
        other.every(({ series }) => series !== one.series) &&
        other.some(
          ({ direction, at }) => direction === one.direction && one.at - at <= TOGETHER_SECONDS,
        ),
    );
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups;
}
