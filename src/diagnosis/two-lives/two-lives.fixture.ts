import type { PastLive } from '../../metrics/benchmark.ts';
import type { MetricId } from '../../metrics/catalogue.ts';
import { completeFigures } from '../../metrics/complete/complete-figures.ts';
import { parseRoomId } from '../../metrics/ids.ts';
import { lengthOf } from '../../metrics/live/length.ts';
import { money } from '../../metrics/money.ts';
import type { Session } from '../../metrics/session.ts';
import { seconds, unixSeconds } from '../../metrics/time.ts';
import { origin } from '../fixtures/captured.ts';

const LIVE_START = 1_790_000_000;

/** Counts of a LIVE of so many hours, with its money in dollars unless said otherwise. */
export interface MadeCounts {
  readonly hours?: number;
  readonly impressions?: number;
  readonly views?: number;
  readonly productClicks?: number;
  readonly orders?: number;
  readonly gmv?: string;
  readonly currency?: string;
}

/** A LIVE that has these counts and nothing else. */
export function madeLive({ hours = 1, gmv, currency = 'USD', ...counts }: MadeCounts): Session {
  const id = parseRoomId('7649951805363391201');
  if (id === undefined) throw new Error('not a room id');
  const scalars = Object.entries(counts).map(([name, value]) => [name, { value, origin }]);
  return {
    version: 1,
    room: {
      id,
      startedAt: unixSeconds(LIVE_START),
      endedAt: unixSeconds(LIVE_START + hours * 3_600),
      duration: seconds(hours * 3_600),
      status: 'ended',
    },
    currency: money('0', currency).currency,
    figures: {
      ...Object.fromEntries(scalars),
      ...(gmv === undefined ? {} : { gmv: { money: money(gmv, currency), origin } }),
    },
    comparisons: { market: {}, own: {} },
    origins: {},
    gaps: [],
  };
}

/** The LIVE with series of amounts in intervals of five minutes from its start on; a gap is undefined. */
export function withMinutes(
  session: Session,
  series: Readonly<Partial<Record<MetricId, readonly (number | undefined)[]>>>,
): Session {
  return {
    ...session,
    timeline: {
      interval: seconds(300),
      series: Object.entries(series).map(([metric, values = []]) => ({
        metric,
        kind: 'amount',
        points: values.flatMap((value, place): [typeof at, number][] => {
          const at = unixSeconds(LIVE_START + place * 300);
          return value === undefined ? [] : [[at, value]];
        }),
      })),
    },
  };
}

/** Five earlier LIVEs of an hour each, whose orders and money don't go together: 5 to 25 of them, $100 to $500. */
export function usualPast(counts: MadeCounts): readonly PastLive[] {
  const money = ['298', '100', '400', '150', '500'];
  return money.map((gmv, place) => {
    const { room, figures, currency } = madeLive({ ...counts, orders: 5 * (place + 1), gmv });
    const startedAt = unixSeconds(LIVE_START - (place + 1) * 86_400);
    const live = { startedAt, endedAt: unixSeconds(startedAt + 3_600) };
    const around = { length: lengthOf({ ...room, ...live }), endedAt: live.endedAt };
    return {
      ...live,
      figures: completeFigures(figures, around),
      ...(currency === undefined ? {} : { currency }),
    };
  });
}
