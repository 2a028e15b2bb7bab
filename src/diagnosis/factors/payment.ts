import type { Factor } from '../factor.ts';
import { judge } from '../statistics/against.ts';

/**
 * Of the orders placed, the share that was paid. The paid ones stand for the sample, because the
 * placed ones are often not reported; they are fewer, so the verdict is the more careful.
 */
export const payment: Factor = {
  id: 'payment',
  title: 'factor_payment_title',
  lever: 'how-to-sell',
  group: 'interaction-conversion',
  owners: ['host'],
  explains: 'ctor',
  isHygiene: true,
  advises: [{ key: 'factor_payment_advice', deed: 'factor_payment_deed' }],
  evaluate: (input) =>
    judge(input, {
      metrics: ['paymentRate'],
      seen: 'factor_payment_seen',
      advice: 'factor_payment_advice',
      sample: { of: 'orders', more: 'factor_shared_moreOrders' },
      shown: ['createdOrders', 'orders'],
    }),
};
