import { spanLength } from '../../metrics/live/length.ts';
import type { Factor } from '../factor.ts';
import { chanceOfAtMost, LUCK } from '../statistics/chance.ts';
import { evidenceRow } from '../text/evidence-row.ts';
import { amount, moreOrders, percent, words } from '../text/wording.ts';
import { closedPins } from '../timeline/pins.ts';
import { earnersOf, productName, sumOf } from '../timeline/products.ts';

/** Orders in the LIVE below which no product falls behind beyond luck. Chosen by us. */
const FEWEST_ORDERS = 10;

/** Half of what the other products earn per showing: the line of the wrong choice. Chosen by us. */
const POOR = 0.5;

/** Orders of a product whose earnings per showing are worth a row: one buyer is an anecdote. Chosen by us. */
const FEWEST_OF_A_PRODUCT = 3;

/** The best earners are worth a row; a whole bag would bury them. */
const ROWS = 5;

/** Whether the product that was pinned longest earned its time, per thousand showings. */
export const pinChoice: Factor = {
  id: 'pin-choice',
  title: 'factor_pinChoice_title',
  lever: 'how-to-sell',
  group: 'interaction-conversion',
  owners: ['operator'],
  advises: [
    { key: 'factor_pinChoice_advice', deed: 'verdict_pin_deed', how: 'factor_pinChoice_how' },
  ],
  evaluate: ({ session, currency }) => {
    const pins = closedPins(session);
    const earners = earnersOf(session);
    if (pins === undefined || pins.length === 0 || earners.length < 2) {
      return { state: 'missing', needs: { key: 'factor_pinChoice_needs' } };
    }
    const pinnedFor = (id: string): number =>
      sumOf(
        pins.filter(({ product }) => product === id),
        spanLength,
      );
    const longest = earners.reduce((a, b) =>
      pinnedFor(b.product.id) > pinnedFor(a.product.id) ? b : a,
    );
    const others = earners.filter((one) => one !== longest);
    const otherImpressions = sumOf(others, (one) => one.impressions);
    if (pinnedFor(longest.product.id) === 0 || longest.impressions <= 0 || otherImpressions <= 0) {
      return { state: 'missing', needs: { key: 'factor_pinChoice_needs' } };
    }
    const orders = sumOf(earners, (one) => one.orders);
    if (orders < FEWEST_ORDERS) {
      return {
        state: 'scarce',
        needs: moreOrders(FEWEST_ORDERS - orders),
      };
    }
    const earned = longest.gmv / longest.impressions;
    const elsewhere = sumOf(others, (one) => one.gmv) / otherImpressions;
    const due = longest.impressions * (sumOf(others, (one) => one.orders) / otherImpressions);
    const values = {
      product: words(productName(longest.product)),
      share: percent(pinnedFor(longest.product.id) / sumOf(pins, spanLength)),
      earned: amount(earned * 1000, currency),
      others: amount(elsewhere * 1000, currency),
    };
    const common = {
      brief: { key: 'factor_pinChoice_brief', values },
      seen: { key: 'factor_pinChoice_seen', values },
      evidence: earners
        .filter(
          (one) => one === longest || (one.impressions > 0 && one.orders >= FEWEST_OF_A_PRODUCT),
        )
        .sort((a, b) => b.gmv / b.impressions - a.gmv / a.impressions)
        .slice(0, ROWS)
        .map((one) =>
          evidenceRow(
            { key: 'factor_shared_gpmOf', values: { product: words(productName(one.product)) } },
            amount((one.gmv / one.impressions) * 1000, currency),
          ),
        ),
    } as const;
    const poor = earned < elsewhere * POOR && chanceOfAtMost(longest.orders, due) < LUCK;
    return poor
      ? {
          state: 'gap',
          ...common,
          advice: { key: 'factor_pinChoice_advice', values },
          stretches: pins
            .filter(({ product }) => product === longest.product.id)
            .map(({ from, to }) => ({ from, to })),
        }
      : { state: 'fine', ...common };
  },
};
