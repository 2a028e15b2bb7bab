import { coveredLength } from '../../metrics/live/length.ts';
import type { Factor } from '../factor.ts';
import { judge } from '../statistics/against.ts';
import { stepWords } from '../text/step-words.ts';
import { count } from '../text/wording.ts';

/** TikTok's shortest advised LIVE, in seconds; a pace per hour taken from less jumps about. */
const SHORTEST = 30 * 60;

/** Spread of one impression around the pace: none to speak of, there are thousands. */
const NO_SPREAD = 0;

/** How often an hour the LIVE is shown: the first step of the funnel. */
export const reach: Factor = {
  id: 'reach',
  title: 'factor_reach_title',
  lever: 'market',
  group: 'entry-stay',
  owners: ['operator'],
  moneyOf: 'impressionsPerHour',
  advises: [{ key: 'factor_reach_advice', ...stepWords.impressionsPerHour }],
  evaluate: (input) => {
    const seconds = coveredLength(input.session);
    if (seconds === undefined) {
      return { state: 'missing', needs: { key: 'factor_shared_needsLength' } };
    }
    if (seconds < SHORTEST) {
      const minutes = Math.ceil((SHORTEST - seconds) / 60);
      return {
        state: 'scarce',
        needs: { key: 'factor_shared_moreMinutes', values: { count: count(minutes) } },
      };
    }
    return judge(input, {
      metrics: ['impressionsPerHour'],
      seen: 'factor_reach_seen',
      advice: 'factor_reach_advice',
      sample: { of: 'impressions', more: 'factor_shared_moreImpressions', cv: NO_SPREAD },
      shown: ['gmvPerHour'],
    });
  },
};
