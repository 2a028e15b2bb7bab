import { stepMetric } from '../decomposition/funnel-kind.ts';
import type { Factor } from '../factor.ts';
import { judge } from '../statistics/against.ts';
import { stepWords } from '../text/step-words.ts';

/** Orders for each product tap: on main orders, with SKU orders beside them, or on SKU orders where those alone are known. */
export const clickToOrder: Factor = {
  id: 'click-to-order',
  title: 'factor_clickToOrder_title',
  lever: 'how-to-sell',
  group: 'interaction-conversion',
  owners: ['host', 'operator'],
  moneyOf: 'ctor',
  advises: [{ key: 'factor_clickToOrder_advice', ...stepWords.ctor }],
  evaluate: (input) =>
    judge(input, {
      metrics: [stepMetric('ctor', input.kind)],
      seen: 'factor_clickToOrder_seen',
      advice: 'factor_clickToOrder_advice',
      sample: { of: 'productClicks', more: 'factor_shared_moreClicks' },
      shown: [...(input.kind.orders === 'main' ? (['ctorSku'] as const) : []), 'addToCartRate'],
    }),
};
