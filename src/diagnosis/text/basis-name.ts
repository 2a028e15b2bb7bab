import type { Basis } from '../../metrics/benchmark.ts';
import type { MessageKey, TextValue } from '../../metrics/text.ts';

const names = {
  market: 'report_basis_market',
  own: 'report_basis_own',
  last: 'report_basis_last',
  best: 'report_basis_best',
  feed: 'report_basis_feed',
} as const satisfies Record<Basis, MessageKey>;

/** The name of a basis inside a sentence. */
export function basisName(basis: Basis): TextValue {
  return { kind: 'message', message: names[basis] };
}
