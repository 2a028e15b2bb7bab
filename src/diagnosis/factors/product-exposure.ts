import type { Factor } from '../factor.ts';
import { judge } from '../statistics/against.ts';

/** Spread of the cards one visit sees: most see one, those who open the bag see many. Chosen by us. */
const CARDS_SPREAD = 1.5;

/** How many product cards one visit gets to see. */
export const productExposure: Factor = {
  id: 'product-exposure',
  title: 'factor_productExposure_title',
  lever: 'how-to-sell',
  group: 'interaction-conversion',
  owners: ['operator'],
  explains: 'liveCtr',
  advises: [{ key: 'factor_productExposure_advice', deed: 'factor_productExposure_deed' }],
  evaluate: (input) =>
    judge(input, {
      metrics: ['productImpressionsPerView'],
      seen: 'factor_productExposure_seen',
      advice: 'factor_productExposure_advice',
      sample: { of: 'views', more: 'factor_shared_moreViews', cv: CARDS_SPREAD },
      shown: ['productImpressions'],
    }),
};
