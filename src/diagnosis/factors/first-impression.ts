import type { Factor } from '../factor.ts';
import { judge } from '../statistics/against.ts';

/** How many of those who meet the LIVE as a moving preview tap it: what the first second of picture
 * does. The preview's own impressions aren't reported, so all of the room's stand for the sample. */
export const firstImpression: Factor = {
  id: 'first-impression',
  title: 'factor_firstImpression_title',
  lever: 'where-to-stream',
  group: 'entry-stay',
  owners: ['operator'],
  explains: 'tapThroughRate',
  advises: [{ key: 'factor_firstImpression_advice', deed: 'factor_firstImpression_deed' }],
  evaluate: (input) =>
    judge(input, {
      metrics: ['tapThroughRatePreview'],
      seen: 'factor_firstImpression_seen',
      advice: 'factor_firstImpression_advice',
      sample: { of: 'impressions', more: 'factor_shared_moreImpressions' },
      shown: ['tapThroughRate'],
    }),
};
