import type { PastLive } from '../../../metrics/benchmark.ts';
import { numberOf } from '../../../metrics/figure.ts';
import { HOUR_SECONDS } from '../../../metrics/time.ts';
import type { FactorInput } from '../../factor.ts';

/** Earlier LIVEs whose money is in this LIVE's currency, or in none that is named. */
export function comparablePast({ session, history }: FactorInput): readonly PastLive[] {
  return history.filter(
    ({ currency }) =>
      currency === undefined || session.currency === undefined || currency === session.currency,
  );
}

/** GMV per hour of an earlier LIVE: as reported, else GMV ÷ hours; undefined where neither is known. */
export function gmvPerHourOf({ figures, startedAt, endedAt }: PastLive): number | undefined {
  const reported = numberOf(figures, 'gmvPerHour');
  const gmv = numberOf(figures, 'gmv');
  const hours = (endedAt - startedAt) / HOUR_SECONDS;
  return reported ?? (gmv === undefined || hours <= 0 ? undefined : gmv / hours);
}
