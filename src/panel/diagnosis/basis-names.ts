import type { Basis } from '../../metrics/benchmark.ts';
import type { MessageKey } from '../../metrics/text.ts';

/** How each basis is named beside a figure. */
export const basisNames = {
  market: 'panel_basis_market',
  own: 'panel_basis_own',
  feed: 'panel_basis_feed',
} as const satisfies Record<Basis, MessageKey>;
