import type { Basis, Benchmark, PastLive } from '../../metrics/benchmark.ts';
import { completeSession } from '../../metrics/complete/complete-session.ts';
import type { CategoryId } from '../../metrics/ids.ts';
import type { Session } from '../../metrics/session.ts';
import { currencyOf } from '../currency.ts';
import { historyOf } from './history.ts';
import { marketBenchmark } from './market.ts';
import { ownBenchmark } from './own.ts';

/** The bases that a session and its history hold by themselves; a feed comes from elsewhere. */
export type OwnedBasis = Exclude<Basis, 'feed'>;

/**
 * What this LIVE is compared with: TikTok's market comparison, or the seller's own LIVEs (of
 * `category` where five of them are known). `archived` needs no earlier uniting with the LIVEs that
 * the session itself reports.
 */
export function benchmarkFor(
  basis: OwnedBasis,
  session: Session,
  archived: readonly PastLive[],
  category?: CategoryId,
): Benchmark {
  return basis === 'market'
    ? marketBenchmark(completeSession(session))
    : ownBenchmark(historyOf(session, archived), currencyOf(session), category);
}

/** The basis to start with: the market where TikTok compared any metric, else the seller's own LIVEs. */
export function usualBasis(session: Session): OwnedBasis {
  const { metrics } = marketBenchmark(completeSession(session));
  return Object.keys(metrics).length > 0 ? 'market' : 'own';
}
