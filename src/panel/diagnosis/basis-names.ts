import type { Basis } from '../../metrics/benchmark.ts';
import type { MessageKey } from '../../metrics/text.ts';

/** A basis inside a sentence, behind its figure ("the median of your own LIVEs"). */
export const basisPhrases = {
  market: 'report_basis_market',
  own: 'report_basis_own',
  last: 'report_basis_last',
  best: 'report_basis_best',
  feed: 'report_basis_feed',
} as const satisfies Record<Basis, MessageKey>;

/** A basis by its name, standing alone. */
export const basisNames = {
  market: 'panel_basis_market',
  own: 'panel_basis_own',
  last: 'versus_last',
  best: 'versus_best',
  feed: 'panel_basis_feed',
} as const satisfies Record<Basis, MessageKey>;
