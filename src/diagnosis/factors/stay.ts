import type { Factor } from '../factor.ts';
import { judge } from '../statistics/against.ts';

/** How long a visit lasts. A visit's length spreads about as widely as its mean, as waiting times do. */
export const stay: Factor = {
  id: 'stay',
  title: 'factor_stay_title',
  lever: 'who-streams',
  group: 'entry-stay',
  owners: ['host'],
  explains: 'liveCtr',
  advises: [{ key: 'factor_stay_advice', deed: 'factor_stay_deed' }],
  evaluate: (input) =>
    judge(input, {
      metrics: [
        'averageViewDurationPerView',
        'averageViewDurationPerViewer',
        'averageViewDuration',
        'viewsOverOneMinuteRate',
      ],
      seen: 'factor_stay_seen',
      advice: 'factor_stay_advice',
      sample: { of: 'views', more: 'factor_shared_moreViews' },
    }),
};
