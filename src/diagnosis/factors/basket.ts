import type { Factor } from '../factor.ts';
import { judge } from './shared/against.ts';

/** Spread of one order's value around the mean. Ours; a shop with a wide price range spreads more. */
const ORDER_SPREAD = 0.6;

/** What one order brings, and how many products and pieces are in it. */
export const basket: Factor = {
  id: 'basket',
  title: 'factor_basket_title',
  lever: 'what-to-sell',
  group: 'interaction-conversion',
  owners: ['host', 'operator'],
  moneyOf: 'aov',
  advice: 'factor_basket_advice',
  evaluate: (input) =>
    judge(input, {
      metrics: ['aov'],
      seen: 'factor_basket_seen',
      advice: 'factor_basket_advice',
      sample: { of: 'orders', more: 'factor_shared_moreOrders', cv: ORDER_SPREAD },
      shown: ['skuOrdersPerOrder', 'itemsPerOrder'],
    }),
};
