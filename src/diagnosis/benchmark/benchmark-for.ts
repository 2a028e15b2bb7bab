import type { Benchmark, PastLive } from '../../metrics/benchmark.ts';
import { completeSession } from '../../metrics/complete/complete-session.ts';
import type { CategoryId } from '../../metrics/ids.ts';
import type { Session } from '../../metrics/session.ts';
import { currencyOf } from '../currency.ts';
import { historyOf } from './history.ts';
import { marketBenchmark } from './market.ts';
import { ownBenchmark } from './own.ts';

/** The bases that a session and its history hold by themselves, each of many LIVEs. */
export type OwnedBasis = 'market' | 'own';

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
