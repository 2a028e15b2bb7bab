import type { Factor } from '../factor.ts';
import { judge } from '../statistics/against.ts';

/** Comments for each view. */
export const comments: Factor = {
  id: 'comments',
  title: 'factor_comments_title',
  lever: 'drive-engagement',
  group: 'interaction-conversion',
  owners: ['host'],
  explains: 'liveCtr',
  advises: [{ key: 'factor_comments_advice', deed: 'factor_comments_deed' }],
  evaluate: (input) =>
    judge(input, {
      metrics: ['commentRate'],
      seen: 'factor_comments_seen',
      advice: 'factor_comments_advice',
      sample: { of: 'views', more: 'factor_shared_moreViews' },
      shown: ['comments'],
    }),
};
