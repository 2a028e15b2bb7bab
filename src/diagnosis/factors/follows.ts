import type { Factor } from '../factor.ts';
import { judge } from '../statistics/against.ts';

/** New followers for each view. */
export const follows: Factor = {
  id: 'follows',
  title: 'factor_follows_title',
  lever: 'drive-engagement',
  group: 'interaction-conversion',
  owners: ['host'],
  explains: 'tapThroughRate',
  advises: [{ key: 'factor_follows_advice', deed: 'factor_follows_deed' }],
  evaluate: (input) =>
    judge(input, {
      metrics: ['followRate'],
      seen: 'factor_follows_seen',
      advice: 'factor_follows_advice',
      sample: { of: 'views', more: 'factor_shared_moreViews' },
      shown: ['newFollowers'],
    }),
};
