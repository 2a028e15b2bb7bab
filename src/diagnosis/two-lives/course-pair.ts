import type { Series } from '../../metrics/session.ts';
import { HOUR_SECONDS, MINUTE_SECONDS } from '../../metrics/time.ts';
import { type ComparedSide, type ElapsedInterval, secondsOf } from './compared-side.ts';

/** What the courses of two sides are laid over each other by; an amount is told as what it makes in an hour. */
const courseFigures = ['gmv', 'viewers', 'orders'] as const;
export type CourseFigure = (typeof courseFigures)[number];

/** Steps that a picture has room for. */
const MOST_STEPS = 48;

/** A step of which less is covered tells of too little to be drawn. Chosen by us. */
const LEAST_COVERED = 0.5;

/** One step of a course: what falls into it, over how many of its seconds anything is known. */
export interface CourseStep {
  readonly amount: number;
  readonly covered: number;
}

export interface CoursePair {
  /** Length of a step, in seconds. */
  readonly step: number;
  /** Steps of the longer of the two. */
  readonly steps: number;
  /** By figure and side, a value a step: amounts per hour, people in the room. Undefined where too little is known. */
  readonly lines: readonly {
    readonly figure: CourseFigure;
    readonly first: readonly (number | undefined)[];
    readonly second: readonly (number | undefined)[];
  }[];
}

const series: Readonly<
  Record<CourseFigure, readonly (readonly [Series['metric'], Series['kind']])[]>
> = {
  gmv: [
    ['gmv', 'amount'],
    ['directGmv', 'amount'],
  ],
  viewers: [['concurrentViewers', 'level']],
  orders: [
    ['orders', 'amount'],
    ['skuOrders', 'amount'],
  ],
};

/**
 * The courses of two sides from their starts on, in steps of one length for both: the longer of their intervals, made
 * longer until the picture has room. Only what both are told in the same series; undefined where that is nothing.
 */
export function coursePair(first: ComparedSide, second: ComparedSide): CoursePair | undefined {
  const interval = Math.max(first.interval ?? 0, second.interval ?? 0);
  const [firstUntil, secondUntil] = [drawnUntil(first), drawnUntil(second)];
  const found = courseFigures.flatMap((figure) => {
    if (figure === 'gmv' && first.currency !== second.currency) return [];
    const both = series[figure].flatMap(([metric, kind]) => {
      const one = first.courseOf(metric, kind)?.filter(({ to }) => to <= firstUntil);
      const two = second.courseOf(metric, kind)?.filter(({ to }) => to <= secondUntil);
      return one === undefined || two === undefined ? [] : [{ one, two, kind }];
    })[0];
    return both === undefined ? [] : [{ figure, ...both }];
  });
  if (found.length === 0 || !(interval > 0)) return undefined;
  const length = Math.max(
    secondsOf(first) ?? 0,
    secondsOf(second) ?? 0,
    ...found.flatMap(({ one, two }) => [...one, ...two].map(({ to }) => to)),
  );
  const step = stepLength(interval, length);
  const steps = Math.ceil(length / step);
  return {
    step,
    steps,
    lines: found.map(({ figure, one, two, kind }) => ({
      figure,
      first: drawnSteps(courseSteps(one, step, steps, kind), step, kind),
      second: drawnSteps(courseSteps(two, step, steps, kind), step, kind),
    })),
  };
}

/**
 * Where a side's lines end, in seconds since its start: before the part of an interval with which it ends, where a
 * figure is lower in it. Less time makes less of what is counted, which would look like a fall.
 */
function drawnUntil(side: ComparedSide): number {
  const courses = Object.values(series)
    .flat()
    .flatMap(([metric, kind]) => {
      const course = side.courseOf(metric, kind);
      return course === undefined ? [] : [course];
    });
  const end = Math.max(0, ...courses.flat().map(({ to }) => to));
  const fell = courses.some((course) => {
    const [before, last] = course.slice(-2);
    if (before === undefined || last === undefined || last.to < end) return false;
    return last.to - last.from < (side.interval ?? 0) && last.value < before.value;
  });
  return fell ? Math.max(0, ...courses.flat().flatMap(({ to }) => (to < end ? to : []))) : end;
}

function stepLength(interval: number, length: number): number {
  const least = Math.max(interval, MINUTE_SECONDS);
  return least * Math.max(1, Math.ceil(length / least / MOST_STEPS));
}

/**
 * The intervals cut into steps. What an interval holds lies evenly in it: an amount adds up to the same over all steps, a
 * level counts by the seconds that it lasted.
 */
export function courseSteps(
  intervals: readonly ElapsedInterval[],
  step: number,
  steps: number,
  kind: Series['kind'],
): readonly CourseStep[] {
  const cells = Array.from({ length: steps }, () => ({ amount: 0, covered: 0 }));
  for (const { from, to, value } of intervals) {
    if (!(to > from)) continue;
    for (let place = Math.max(0, Math.floor(from / step)); place * step < to; place += 1) {
      const cell = cells[place];
      if (cell === undefined) break;
      const shared = Math.min(to, (place + 1) * step) - Math.max(from, place * step);
      cell.covered += shared;
      cell.amount += kind === 'amount' ? (value * shared) / (to - from) : value * shared;
    }
  }
  return cells;
}

function drawnSteps(
  cells: readonly CourseStep[],
  step: number,
  kind: Series['kind'],
): readonly (number | undefined)[] {
  return cells.map(({ amount, covered }) =>
    covered < step * LEAST_COVERED
      ? undefined
      : (amount / covered) * (kind === 'amount' ? HOUR_SECONDS : 1),
  );
}
