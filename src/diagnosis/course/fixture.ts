import type { Session } from '../../metrics/session.ts';
import { fixtureSession, type Parts, START } from '../factors/fixture.ts';
import { type Random, randomOf } from '../statistics/random.ts';

/** How the pace of a simulated LIVE wanders: relative spread, and the seconds after which it forgets. */
export interface Drift {
  readonly spread: number;
  readonly memory: number;
}

export interface FixtureRoom {
  readonly seed: string;
  readonly intervals: number;
  readonly interval: number;
  readonly drift: Drift;
  /** Per five minutes, and viewers at a time. */
  readonly orders: number;
  readonly clicks: number;
  readonly viewers: number;
  /** What the pace is multiplied by in an interval; 1 where nothing changes. */
  readonly factor?: (interval: number) => number;
  readonly parts?: Parts;
}

/** A LIVE whose orders, clicks and viewers share one wandering pace, drawn from a seed. */
export function simulatedRoom(room: FixtureRoom): Session {
  const { intervals, interval, drift, factor = () => 1, parts } = room;
  const random = randomOf(room.seed);
  const keep = Math.exp(-interval / drift.memory);
  let mood = drift.spread * normalDraw(random);
  const orders: [number, number][] = [];
  const clicks: [number, number][] = [];
  const viewers: [number, number][] = [];
  const per = interval / 300;
  for (let place = 0; place < intervals; place += 1) {
    const at = START + place * interval;
    const pace = Math.exp(mood - drift.spread ** 2 / 2) * factor(place);
    orders.push([at, poissonDraw(random, room.orders * per * pace)]);
    clicks.push([at, poissonDraw(random, room.clicks * per * pace)]);
    // Six independent crowds an interval: people stay for less than a minute.
    viewers.push([at, Math.round(poissonDraw(random, room.viewers * 6 * pace) / 6)]);
    mood = keep * mood + drift.spread * Math.sqrt(1 - keep * keep) * normalDraw(random);
  }
  const sold = orders.reduce((sum, [, value]) => sum + value, 0);
  return fixtureSession({
    currency: 'USD',
    values: { orders: sold, gmv: sold * 20, aov: 20 },
    ...parts,
    room: { endedAt: START + intervals * interval, ...parts?.room },
    timeline: {
      interval,
      series: [
        { metric: 'orders', kind: 'amount', points: orders },
        { metric: 'productClicks', kind: 'amount', points: clicks },
        { metric: 'concurrentViewers', kind: 'level', points: viewers },
      ],
    },
  });
}

export function normalDraw(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Events where `mean` are expected (Knuth's product; the normal law above forty). */
export function poissonDraw(random: Random, mean: number): number {
  if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normalDraw(random)));
  const limit = Math.exp(-mean);
  let events = -1;
  for (let product = 1; product > limit; product *= random()) events += 1;
  return Math.max(0, events);
}
