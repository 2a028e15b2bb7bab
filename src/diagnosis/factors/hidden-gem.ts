import type { Factor } from '../factor.ts';
import { chanceOfAtLeast, LUCK } from '../statistics/chance.ts';
import { evidenceRow } from '../text/evidence-row.ts';
import { amount, count, moreOrders, percent, words } from '../text/wording.ts';
import { type Earner, earnersOf, namesOf, productName, sumOf } from '../timeline/products.ts';

/** Orders in the LIVE below which no product stands out beyond luck. Chosen by us. */
const FEWEST_ORDERS = 10;

/** Orders a gem must have itself: one or two buyers are an anecdote. Chosen by us. */
const FEWEST_OF_A_GEM = 3;

/** Twice the room's earnings per showing: the line of "clearly better". Chosen by us. */
const BETTER = 2;

/**
 * Products that earned far more per showing than the room and were shown less than their even share.
 * Each product is one more chance for luck, so the line is shared among them (Bonferroni).
 */
export const hiddenGem: Factor = {
  id: 'hidden-gem',
  title: 'factor_hiddenGem_title',
  lever: 'what-to-sell',
  group: 'interaction-conversion',
  owners: ['operator'],
  advises: [
    { key: 'factor_hiddenGem_advice', deed: 'factor_hiddenGem_deed', how: 'factor_hiddenGem_how' },
  ],
  evaluate: ({ session, currency }) => {
    const earners = earnersOf(session);
    const impressions = sumOf(earners, (one) => one.impressions);
    if (earners.length < 2 || impressions <= 0) {
      return { state: 'missing', needs: { key: 'factor_shared_needsProductShown' } };
    }
    const orders = sumOf(earners, (one) => one.orders);
    if (orders < FEWEST_ORDERS) {
      return {
        state: 'scarce',
        needs: moreOrders(FEWEST_ORDERS - orders),
      };
    }
    const earned = sumOf(earners, (one) => one.gmv) / impressions;
    const perShowing = (one: Earner): number => one.gmv / one.impressions;
    const gems = earners
      .filter(
        (one) =>
          one.impressions > 0 &&
          one.impressions < impressions / earners.length &&
          one.orders >= FEWEST_OF_A_GEM &&
          perShowing(one) >= earned * BETTER &&
          chanceOfAtLeast(one.orders, one.impressions * (orders / impressions)) <
            LUCK / earners.length,
      )
      .sort((a, b) => perShowing(b) - perShowing(a));
    const [best] = gems;
    if (best === undefined) {
      return {
        state: 'fine',
        brief: { key: 'factor_hiddenGem_briefNone' },
        seen: { key: 'factor_hiddenGem_seenNone' },
        evidence: [],
      };
    }
    const values = {
      count: count(gems.length),
      product: words(productName(best.product)),
      products: namesOf(gems.map(({ product }) => product)),
      earned: amount(perShowing(best) * 1000, currency),
      room: amount(earned * 1000, currency),
      share: percent(best.impressions / impressions),
    };
    return {
      state: 'gap',
      brief: { key: 'factor_hiddenGem_brief', values },
      seen: { key: 'factor_hiddenGem_seen', values },
      advice: { key: 'factor_hiddenGem_advice', values },
      evidence: gems.map((gem) =>
        evidenceRow(
          { key: 'factor_shared_gpmOf', values: { product: words(productName(gem.product)) } },
          amount(perShowing(gem) * 1000, currency),
          values.room,
        ),
      ),
    };
  },
};
