import type { PastLive } from '../metrics/benchmark.ts';
import { numberOf } from '../metrics/figure.ts';
import { hoursOf } from '../metrics/live/length.ts';
import type { Session } from '../metrics/session.ts';

/** Earlier LIVEs whose money is in this LIVE's currency, or in none that is named. */
export function comparablePast({
  session,
  history,
}: {
  readonly session: Session;
  readonly history: readonly PastLive[];
}): readonly PastLive[] {
  return history.filter(
    ({ currency }) =>
      currency === undefined || session.currency === undefined || currency === session.currency,
  );
}

/** GMV per hour of an earlier LIVE: as reported, else GMV ÷ hours; undefined where neither is known. */
export function gmvPerHourOfLive(live: PastLive): number | undefined {
  const { figures } = live;
  const reported = numberOf(figures, 'gmvPerHour');
  if (reported !== undefined) return reported;
  const gmv = numberOf(figures, 'gmv');
  const hours = hoursOf(live);
  return gmv === undefined || hours === undefined ? undefined : gmv / hours;
}
