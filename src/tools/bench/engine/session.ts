import * as v from 'valibot';
import { referenceFor } from '../../../diagnosis/benchmark/reference.ts';
import type { DiagnosisInput } from '../../../diagnosis/diagnose.ts';
import type { PastLive } from '../../../metrics/benchmark.ts';
import type { Figures, Origin } from '../../../metrics/figure.ts';
import { ProductIdSchema, parseRoomId } from '../../../metrics/ids.ts';
import { CurrencyCodeSchema, type Money, money } from '../../../metrics/money.ts';
import type { Product, Series, Session, Timeline } from '../../../metrics/session.ts';
import {
  HOUR_SECONDS,
  seconds,
  type UnixSeconds,
  unixMs,
  unixSeconds,
} from '../../../metrics/time.ts';
import { randomOf } from '../../../sources/sample/random.ts';
import { assumptions } from './assumptions.ts';
import { observedSteps, type ProductCounts, type SimulatedCounts } from './counts.ts';
import type { ObservedRoom } from './room.ts';
import { stepNames } from './steps.ts';

/** A Monday evening in Viet Nam; weekdays mean nothing to the simulator. */
const START = 1_781_143_200;
const ZONE_OFFSET = 25_200;

/** A simulated room as the panel gives one to the engine unless a seller chooses otherwise. */
export function simulatedInput(observed: ObservedRoom): DiagnosisInput {
  const { name, profile, live, history, market } = observed;
  const session = simulatedSession({ name, profile, live, market, place: 0 });
  const past = pastOf(history, profile.currency);
  const { benchmark, target } = referenceFor({ versus: 'usual' }, session, past);
  return { session, benchmark, history: past, options: { target } };
}

/** Earlier LIVEs as history, the latest first. */
export function pastOf(history: readonly SimulatedCounts[], currency: string): readonly PastLive[] {
  return history.map((past, place) => pastLiveOf(past, place, currency));
}

/**
 * One LIVE as every source hands it on.
 *
 * @param place how many LIVEs it comes after the one that is diagnosed
 */
export function simulatedSession({
  name,
  profile,
  live,
  market,
  place,
}: Pick<ObservedRoom, 'name' | 'profile' | 'live' | 'market'> & {
  readonly place: number;
}): Session {
  const { currency } = profile;
  const from = unixSeconds(
    START + Math.round(place * assumptions.hoursBetweenStarts.value * HOUR_SECONDS),
  );
  const to = after(from, live.total.hours);
  const origin = originAt(to);
  const seen = observedSteps(live.total);
  return {
    version: 1,
    room: {
      id: roomIdOf(name),
      startedAt: from,
      endedAt: to,
      duration: seconds(to - from),
      status: 'ended',
      zone: { offset: seconds(ZONE_OFFSET) },
    },
    currency: v.parse(CurrencyCodeSchema, currency),
    figures: figuresOf(live.total, currency, origin),
    comparisons: {
      market: Object.fromEntries(
        stepNames.flatMap((step) => {
          const yours = seen[step];
          return yours === undefined ? [] : [[step, { difference: yours / market[step] - 1 }]];
        }),
      ),
      own: {},
    },
    timeline: timelineOf(live.intervals, from, currency),
    products: live.products.map((product, place) => productOf(product, place, currency)),
    origins: { room: origin, figures: origin, timeline: origin, products: origin },
    gaps: [],
    simulated: true,
  };
}

/** Nineteen digits that the room's name decides. */
function roomIdOf(name: string): Session['room']['id'] {
  const random = randomOf(name, 'id');
  const digits = Array.from({ length: 18 }, () => Math.floor(random() * 10)).join('');
  const id = parseRoomId(`7${digits}`);
  if (id === undefined) throw new Error('A room id has nineteen digits.');
  return id;
}

function pastLiveOf(counts: SimulatedCounts, place: number, currency: string): PastLive {
  const before = (place + 1) * assumptions.hoursBetweenStarts.value * HOUR_SECONDS;
  const startedAt = unixSeconds(Math.round(START - before));
  const endedAt = after(startedAt, counts.hours);
  return {
    startedAt,
    endedAt,
    currency: v.parse(CurrencyCodeSchema, currency),
    figures: figuresOf(counts, currency, originAt(endedAt)),
  };
}

function figuresOf(counts: SimulatedCounts, currency: string, origin: Origin): Figures {
  const scalar = (value: number) => ({ value, origin });
  return {
    impressions: scalar(counts.impressions),
    views: scalar(counts.views),
    productClicks: scalar(counts.clicks),
    orders: scalar(counts.orders),
    gmv: { money: moneyOf(counts.gmv, currency), origin },
  };
}

function productOf(
  { clicks, orders, gmv }: ProductCounts,
  place: number,
  currency: string,
): Product {
  return {
    id: v.parse(ProductIdSchema, String(place + 1)),
    clicks,
    orders,
    gmv: moneyOf(gmv, currency),
    ...(orders > 0 ? { aov: moneyOf(gmv / orders, currency) } : {}),
  };
}

function timelineOf(
  intervals: readonly SimulatedCounts[],
  from: UnixSeconds,
  currency: string,
): Timeline {
  const interval = assumptions.intervalMinutes.value * 60;
  const series = (
    metric: Series['metric'],
    kind: Series['kind'],
    read: (counts: SimulatedCounts) => number,
  ): Series => ({
    metric,
    kind,
    points: intervals.map((counts, place) => [unixSeconds(from + place * interval), read(counts)]),
  });
  return {
    interval: seconds(interval),
    series: [
      series('impressions', 'amount', ({ impressions }) => impressions),
      series('views', 'amount', ({ views }) => views),
      series('productClicks', 'amount', ({ clicks }) => clicks),
      series('orders', 'amount', ({ orders }) => orders),
      {
        ...series('gmv', 'amount', ({ gmv }) => gmv),
        currency: v.parse(CurrencyCodeSchema, currency),
      },
      // Little's law: people in the room = entries a second × seconds they stay.
      series('concurrentViewers', 'level', ({ views }) =>
        Math.round((views / interval) * assumptions.secondsPerView.value),
      ),
    ],
  };
}

function moneyOf(value: number, currency: string): Money {
  return money(value.toFixed(2), currency);
}

function after(start: UnixSeconds, hours: number): UnixSeconds {
  return unixSeconds(Math.round(start + hours * HOUR_SECONDS));
}

function originAt(at: UnixSeconds): Origin {
  return { how: 'simulated', endpoint: 'bench', at: unixMs(at * 1000) };
}
