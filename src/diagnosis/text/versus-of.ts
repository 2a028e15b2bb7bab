import type { Basis } from '../../metrics/benchmark.ts';
import type { Versus } from '../../metrics/versus.ts';

/** What a benchmark's basis is as the seller's choice; `target` is the kind of the targets beside it. */
export function versusOf(basis: Basis, target?: string): Versus {
  if (target === 'custom') return 'targets';
  return basis === 'own' ? 'usual' : basis;
}
