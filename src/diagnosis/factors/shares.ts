import type { Factor } from '../factor.ts';
import { judge } from '../statistics/against.ts';

/** Shares for each view. */
export const shares: Factor = {
  id: 'shares',
  title: 'factor_shares_title',
  lever: 'drive-engagement',
  group: 'interaction-conversion',
  owners: ['host'],
  explains: 'tapThroughRate',
  advises: [{ key: 'factor_shares_advice', deed: 'factor_shares_deed' }],
  evaluate: (input) =>
    judge(input, {
      metrics: ['shareRate'],
      seen: 'factor_shares_seen',
      advice: 'factor_shares_advice',
      sample: { of: 'views', more: 'factor_shared_moreViews' },
      shown: ['shares'],
    }),
};
