import type { Factor } from '../factor.ts';
import { judge } from '../statistics/against.ts';
import { stepWords } from '../text/step-words.ts';

/** Taps on products for each view: the step from watching to looking at a product. */
export const productClick: Factor = {
  id: 'product-click',
  title: 'factor_productClick_title',
  lever: 'how-to-sell',
  group: 'interaction-conversion',
  owners: ['host'],
  moneyOf: 'liveCtr',
  advises: [{ key: 'factor_productClick_advice', ...stepWords.liveCtr }],
  evaluate: (input) =>
    judge(input, {
      metrics: ['liveCtr'],
      seen: 'factor_productClick_seen',
      advice: 'factor_productClick_advice',
      sample: { of: 'views', more: 'factor_shared_moreViews' },
      shown: ['productCtr', 'productImpressionsPerView'],
    }),
};
