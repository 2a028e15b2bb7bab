import type { Factor } from '../factor.ts';
import { judge } from '../statistics/against.ts';

/** Spread of one viewer's visits around their mean: most come once, a few come often. Chosen by us. */
const VISITS_SPREAD = 0.6;

/** How often one person comes into the room. */
export const returning: Factor = {
  id: 'return',
  title: 'factor_return_title',
  lever: 'who-streams',
  group: 'entry-stay',
  owners: ['host'],
  explains: 'tapThroughRate',
  advises: [{ key: 'factor_return_advice', deed: 'factor_return_deed' }],
  evaluate: (input) =>
    judge(input, {
      metrics: ['viewsPerViewer'],
      seen: 'factor_return_seen',
      advice: 'factor_return_advice',
      sample: { of: 'viewers', more: 'factor_shared_moreViewers', cv: VISITS_SPREAD },
      shown: ['views', 'viewers'],
    }),
};
