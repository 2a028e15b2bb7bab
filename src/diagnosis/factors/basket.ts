import { ordersOf, stepMetric } from '../decomposition/funnel-kind.ts';
import type { Factor } from '../factor.ts';
import { judge } from '../statistics/against.ts';
import { ORDER_SPREAD } from '../statistics/constants.ts';
import { stepWords } from '../text/step-words.ts';

/** What one order brings, and how many products and pieces are in it. */
export const basket: Factor = {
  id: 'basket',
  title: 'factor_basket_title',
  lever: 'what-to-sell',
  group: 'interaction-conversion',
  owners: ['host', 'operator'],
  moneyOf: 'aov',
  advises: [{ key: 'factor_basket_advice', ...stepWords.aov }],
  evaluate: (input) =>
    judge(input, {
      metrics: [stepMetric('aov', input.kind)],
      seen: 'factor_basket_seen',
      advice: 'factor_basket_advice',
      sample: { of: ordersOf(input.kind), more: 'factor_shared_moreOrders', cv: ORDER_SPREAD },
      shown: ['skuOrdersPerOrder', 'itemsPerOrder'],
    }),
};
