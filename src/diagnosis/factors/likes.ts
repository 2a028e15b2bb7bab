import type { Factor } from '../factor.ts';
import { judge } from '../statistics/against.ts';

/** Spread of one visit's likes: they come in bursts from a few thumbs. Chosen by us, on the careful side. */
const LIKES_SPREAD = 5;

/** Likes for each view; one visit can give many. */
export const likes: Factor = {
  id: 'likes',
  title: 'factor_likes_title',
  lever: 'drive-engagement',
  group: 'interaction-conversion',
  owners: ['host'],
  explains: 'liveCtr',
  advises: [{ key: 'factor_likes_advice', deed: 'factor_likes_deed' }],
  evaluate: (input) =>
    judge(input, {
      metrics: ['likeRate'],
      seen: 'factor_likes_seen',
      advice: 'factor_likes_advice',
      sample: { of: 'views', more: 'factor_shared_moreViews', cv: LIKES_SPREAD },
      shown: ['likes'],
    }),
};
