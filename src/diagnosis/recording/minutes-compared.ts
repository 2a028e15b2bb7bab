import { type Span, spanOf } from '../../metrics/live/length.ts';
import type { Session } from '../../metrics/session.ts';
import type { UnixSeconds } from '../../metrics/time.ts';
import { cellsOf, type Scale } from '../course/cells.ts';
import { OPENING_SECONDS } from '../course/change-points.ts';
import { noiseOf } from '../course/noise.ts';
import { soFar } from '../course/so-far.ts';
import type { Estimate } from '../estimate.ts';
import { normalQuantile } from '../statistics/normal.ts';
import { intervalsOf } from '../timeline/span.ts';

/** The series that are compared, from the top of the funnel. */
const comparedSeries = [
  { series: 'concurrentViewers', scale: 'level' },
  { series: 'views', scale: 'amount' },
  { series: 'productClicks', scale: 'amount' },
  { series: 'orders', scale: 'amount' },
] as const;
export type ComparedSeries = (typeof comparedSeries)[number]['series'];

/** All intervals of a comparison hold together in this share of cases. */
const SURE = 0.9;

/** Intervals of the timeline that each side needs: one alone has nothing to vary by. Chosen by us. */
const FEWEST_INTERVALS = 2;

/**
 * What one series was in some minutes of a LIVE and in the rest of it: people at a time, or events a minute; minutes of
 * other levels brought to one.
 */
export interface ComparedFigure {
  readonly series: ComparedSeries;
  readonly inside: number;
  readonly rest: number;
  /** inside ÷ rest; the intervals of all figures hold together in 90 % of cases. */
  readonly ratio: Required<Estimate>;
  /** `untold`: chance may explain the difference. */
  readonly reading: 'fewer' | 'more' | 'untold';
}

/** Some minutes of a LIVE beside the rest of it. An association: what else was different then isn't known. */
export interface MinutesCompared {
  readonly figures: readonly ComparedFigure[];
  /** Seconds of whole intervals on either side. */
  readonly inside: number;
  readonly rest: number;
}

/** What is left out of a comparison beside the opening and what lies astride the edge of a pin. */
export interface ComparedWithin {
  /** Where the LIVE's level changed for good: what touches that is on neither side. */
  readonly changes: readonly UnixSeconds[];
  /** What alone is compared with; the whole LIVE unless given. */
  readonly among?: readonly Span[] | undefined;
  /** Up to where moments of the recording are sure; the LIVE's end unless given. */
  readonly until?: UnixSeconds | undefined;
}

/** A change as near as this to an edge of the minutes may be theirs, and is no bound of what they are compared with. Chosen by us. */
const OWN_CHANGE_SECONDS = 10 * 60;

interface Row {
  readonly isInside: boolean;
  /** Which of the LIVE's levels it lies in, counted from its start. */
  readonly level: number;
  readonly seconds: number;
  /** Events, or people × seconds. */
  readonly amount: number;
}

interface Counted {
  readonly series: ComparedSeries;
  readonly inside: Side;
  readonly rest: Side;
  readonly log: number;
  readonly error: number;
}

interface Side {
  readonly amount: number;
  readonly seconds: number;
}

/**
 * What viewers, views, product clicks and orders did in some minutes of a LIVE against the rest of it. Only whole
 * intervals of the timeline count; those astride an edge of the minutes or of a pin, those that touch a lasting
 * change, and the opening are on neither side. Where the LIVE's level changed for good, minutes are held against
 * those of their own level. The error is that of counting with the LIVE's own waves, or where that is more, how far
 * the same minutes laid anywhere else differ from the rest. Undefined where no series has two such intervals
 * on either side.
 */
export function compareMinutes(
  session: Session,
  minutes: readonly Span[],
  within: ComparedWithin,
): MinutesCompared | undefined {
  const known = soFar(session);
  if (known === undefined) return undefined;
  const isClear = clearIn(known, within);
  const bounds = within.changes.filter((at) =>
    minutes.every(({ from, to }) =>
      [from, to].every((edge) => Math.abs(at - edge) > OWN_CHANGE_SECONDS),
    ),
  );
  const counted = comparedSeries.flatMap(({ series, scale }): Counted[] => {
    const intervals = intervalsOf(known, series, scale);
    const cells = intervals === undefined ? undefined : cellsOf(intervals, scale);
    if (intervals === undefined || cells === undefined) return [];
    const rows = intervals.flatMap((one, place): Row[] => {
      const cell = cells[place];
      const isInside = minutes.some(({ from, to }) => one.from >= from && one.to <= to);
      const isRest = minutes.every(({ from, to }) => one.to <= from || one.from >= to);
      return cell !== undefined && isClear(one) && (isInside || isRest)
        ? [{ isInside, level: bounds.filter((at) => at <= one.from).length, ...cell }]
        : [];
    });
    const found = countedOf(ofOneLevel(rows), scale, noiseOf(cells, scale));
    return found === undefined ? [] : [{ series, ...found }];
  });
  const [first] = counted;
  if (first === undefined) return undefined;
  const z = normalQuantile(1 - (1 - SURE) / 2 / counted.length);
  return {
    figures: counted.map((one) => figureOf(one, z)),
    inside: Math.max(...counted.map(({ inside }) => inside.seconds)),
    rest: Math.max(...counted.map(({ rest }) => rest.seconds)),
  };
}

/** Whether an interval can stand for one side alone. */
function clearIn(
  session: Session,
  { changes, among, until }: ComparedWithin,
): (one: Span) => boolean {
  const live = spanOf(session.room);
  if (live === undefined) return () => false;
  const edges = (session.pins ?? []).flatMap(({ startedAt, endedAt }) =>
    endedAt === undefined ? [startedAt] : [startedAt, endedAt],
  );
  return ({ from, to }) =>
    from >= live.from + OPENING_SECONDS &&
    to <= (until ?? live.to) &&
    edges.every((edge) => edge <= from || edge >= to) &&
    changes.every((at) => at < from || at > to) &&
    (among === undefined || among.some((span) => from >= span.from && to <= span.to));
}

/** Brings the levels that hold minutes and some of the rest to one, that of their rest together; leaves out the others. */
function ofOneLevel(rows: readonly Row[]): Row[] {
  const levels = [...new Set(rows.map(({ level }) => level))].flatMap((level) => {
    const own = rows.filter((row) => row.level === level);
    const rest = own.filter(({ isInside }) => !isInside);
    const pace = paceOf(sideOf(rest));
    return rest.length < own.length && pace > 0 ? [{ own, rest, pace }] : [];
  });
  const common = paceOf(sideOf(levels.flatMap(({ rest }) => rest)));
  return levels.flatMap(({ own, pace }) =>
    own.map((row) => ({ ...row, amount: (row.amount * common) / pace })),
  );
}

function countedOf(
  rows: readonly Row[],
  scale: Scale,
  noise: number,
): Omit<Counted, 'series'> | undefined {
  const inside = rows.filter(({ isInside }) => isInside);
  const rest = rows.filter(({ isInside }) => !isInside);
  if (inside.length < FEWEST_INTERVALS || rest.length < FEWEST_INTERVALS) return undefined;
  const sides = { inside: sideOf(inside), rest: sideOf(rest) };
  if (!(sides.rest.amount > 0)) return undefined;
  const log = logRatio(sides.inside, sides.rest);
  // The root of a level has an even spread: the variance of its logarithm is a quarter of the level's.
  const spread = scale === 'amount' ? noise : 4 * noise;
  const counting = spread * (1 / (sides.inside.amount + HALF) + 1 / (sides.rest.amount + HALF));
  return { ...sides, log, error: Math.sqrt(Math.max(counting, elsewhere(rows, log))) };
}

/** Half an event more on either side, so that none at all has a logarithm. */
const HALF = 0.5;

const logRatio = (inside: Side, rest: Side): number =>
  Math.log((inside.amount + HALF) / inside.seconds) - Math.log((rest.amount + HALF) / rest.seconds);

const paceOf = ({ amount, seconds }: Side): number => (seconds > 0 ? amount / seconds : 0);

const sideOf = (rows: readonly Side[]): Side => ({
  amount: rows.reduce((sum, { amount }) => sum + amount, 0),
  seconds: rows.reduce((sum, { seconds }) => sum + seconds, 0),
});

/**
 * How far the same minutes, moved on to every other place of the LIVE, differ from its rest there: the mean square
 * of the logarithm, with what was found taken out of the minutes first. Waves and trends of a LIVE show in it,
 * whatever they are.
 */
function elsewhere(rows: readonly Row[], log: number): number {
  const level = rows.map(({ isInside, amount, seconds }) => ({
    seconds,
    amount: isInside ? amount / Math.exp(log) : amount,
  }));
  const whole = sideOf(level);
  const places = rows.flatMap(({ isInside }, place) => (isInside ? [place] : []));
  let squares = 0;
  for (let shift = 1; shift < rows.length; shift += 1) {
    let amount = 0;
    let seconds = 0;
    for (const place of places) {
      const row = level[(place + shift) % level.length];
      amount += row?.amount ?? 0;
      seconds += row?.seconds ?? 0;
    }
    const rest = { amount: whole.amount - amount, seconds: whole.seconds - seconds };
    squares += logRatio({ amount, seconds }, rest) ** 2;
  }
  return squares / (rows.length - 1);
}

function figureOf({ series, inside, rest, log, error }: Counted, z: number): ComparedFigure {
  const per = series === 'concurrentViewers' ? 1 : 60;
  const pace = ({ amount, seconds }: Side): number => (amount * per) / seconds;
  const value = pace(inside) / pace(rest);
  const ratio = {
    value,
    low: inside.amount <= 0 ? 0 : Math.min(value, Math.exp(log - z * error)),
    high: Math.max(value, Math.exp(log + z * error)),
  };
  return {
    series,
    inside: pace(inside),
    rest: pace(rest),
    ratio,
    reading: ratio.high < 1 ? 'fewer' : ratio.low > 1 ? 'more' : 'untold',
  };
}
