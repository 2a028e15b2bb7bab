import type { Factor } from '../factor.ts';
import { judge } from './shared/against.ts';

/** Orders for each product tap, on orders and never mixed with SKU orders; those are shown beside it. */
export const clickToOrder: Factor = {
  id: 'click-to-order',
  title: 'factor_clickToOrder_title',
  lever: 'how-to-sell',
  group: 'interaction-conversion',
  owners: ['host', 'operator'],
  moneyOf: 'ctor',
  advice: 'factor_clickToOrder_advice',
  evaluate: (input) =>
    judge(input, {
      metrics: ['ctor'],
      seen: 'factor_clickToOrder_seen',
      advice: 'factor_clickToOrder_advice',
      sample: { of: 'productClicks', more: 'factor_shared_moreClicks' },
      shown: ['ctorSku', 'addToCartRate'],
    }),
};
