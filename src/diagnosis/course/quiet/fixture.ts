import type { Session } from '../../../metrics/session.ts';
import { fixtureSession, START, series } from '../../factors/fixture.ts';
import { randomOf } from '../../statistics/random.ts';
import { type Drift, normalDraw, poissonDraw } from '../fixture.ts';

/** A LIVE of five-minute intervals, each figure by interval; what is left out isn't known over time, but for viewers. */
export interface Rows {
  readonly orders?: readonly number[];
  readonly gmv?: readonly number[];
  readonly viewers?: readonly number[];
  readonly views?: readonly number[];
  readonly comments?: readonly number[];
  readonly clicks?: readonly number[];
}

/** A LIVE with an AOV of 20 that ran as long as its rows. */
export function quietRoom(rows: Rows): Session {
  const known = [rows.orders, rows.gmv, rows.views].find((row) => row !== undefined) ?? [];
  const sum = (row: readonly number[]): number => row.reduce((total, value) => total + value, 0);
  const orders = rows.orders === undefined ? sum(rows.gmv ?? []) / 20 : sum(rows.orders);
  const viewers = rows.viewers ?? evenly(known.length, 30);
  const names = {
    orders: ['orders', 'amount'],
    gmv: ['gmv', 'amount'],
    viewers: ['concurrentViewers', 'level'],
    views: ['views', 'amount'],
    comments: ['comments', 'amount'],
    clicks: ['productClicks', 'amount'],
  } as const;
  return fixtureSession({
    currency: 'USD',
    room: { endedAt: START + known.length * 300, duration: known.length * 300 },
    values: { orders, gmv: orders * 20 },
    timeline: {
      interval: 300,
      series: (['orders', 'gmv', 'viewers', 'views', 'comments', 'clicks'] as const).flatMap(
        (name) => {
          const row = name === 'viewers' ? viewers : rows[name];
          const [metric, kind] = names[name];
          return row === undefined ? [] : [series(metric, kind, row)];
        },
      ),
    },
  });
}

/** `often` in every interval, and `then` in those of a stretch, half-open by place. */
export const evenly = (
  intervals: number,
  often: number,
  [from, to]: readonly [number, number] = [0, 0],
  then = often,
): number[] => Array.from({ length: intervals }, (_, at) => (at >= from && at < to ? then : often));

/** A LIVE whose level never changes but for chance and drift, with all that quiet is told by; `orders` per five minutes. */
export function steadyRoom(seed: string, intervals: number, orders: number, drift: Drift): Session {
  const random = randomOf(seed);
  const keep = Math.exp(-300 / drift.memory);
  let mood = drift.spread * normalDraw(random);
  const paces = Array.from({ length: intervals }, () => {
    mood = keep * mood + drift.spread * Math.sqrt(1 - keep * keep) * normalDraw(random);
    return Math.exp(mood - drift.spread ** 2 / 2);
  });
  const drawn = (often: number): number[] => paces.map((pace) => poissonDraw(random, often * pace));
  return quietRoom({
    orders: drawn(orders),
    viewers: drawn(30),
    views: drawn(80),
    comments: drawn(3),
    clicks: drawn(15 * orders),
  });
}
