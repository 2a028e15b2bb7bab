import { spanLength } from '../../metrics/live/length.ts';
import type { Factor } from '../factor.ts';
import { evidenceRow } from '../text/evidence-row.ts';
import { count, moreOrders, percent, words } from '../text/wording.ts';
import { closedPins } from '../timeline/pins.ts';
import { gmvOf, ordersOfProduct, productName, sumOf } from '../timeline/products.ts';

/** Orders below which the best product is a matter of one or two buyers. Chosen by us. */
const FEWEST_ORDERS = 20;

/** Four fifths of the money on one product: the LIVE stands on one leg. Chosen by us. */
const ALL_ON_ONE = 0.8;

/** Below twice an even share, the best product leads by nothing. Chosen by us. */
const LEADS = 2;

/** Products with sales from which an even spread means that none leads. Chosen by us. */
const FEWEST_SOLD = 5;

/** The share of GMV, and of pinned time, that the best product had. */
export const heroProduct: Factor = {
  id: 'hero-product',
  title: 'factor_heroProduct_title',
  lever: 'what-to-sell',
  group: 'interaction-conversion',
  owners: ['operator', 'host'],
  advises: [
    { key: 'factor_heroProduct_adviceNone', deed: 'factor_heroProduct_deedNone' },
    { key: 'factor_heroProduct_adviceOne', deed: 'factor_heroProduct_deedOne' },
  ],
  evaluate: ({ session }) => {
    const earning = (session.products ?? []).flatMap((product) => {
      const gmv = gmvOf(product, session);
      const orders = ordersOfProduct(product);
      return gmv === undefined || orders === undefined ? [] : [{ product, gmv, orders }];
    });
    if (earning.length < 2) {
      return { state: 'missing', needs: { key: 'factor_shared_needsProductSales' } };
    }
    const orders = sumOf(earning, (one) => one.orders);
    const total = sumOf(earning, (one) => one.gmv);
    const best = earning.reduce((a, b) => (b.gmv > a.gmv ? b : a));
    if (orders < FEWEST_ORDERS || total <= 0) {
      return {
        state: 'scarce',
        needs: moreOrders(FEWEST_ORDERS - orders),
      };
    }
    const sold = earning.filter((one) => one.gmv > 0).length;
    const share = best.gmv / total;
    const pins = closedPins(session) ?? [];
    const pinned = sumOf(pins, spanLength);
    const heroPinned = sumOf(
      pins.filter(({ product }) => product === best.product.id),
      spanLength,
    );
    const values = {
      product: words(productName(best.product)),
      share: percent(share),
      count: count(sold),
    };
    const common = {
      brief: { key: 'factor_heroProduct_brief', values },
      evidence: [
        evidenceRow('factor_heroProduct_gmvShare', percent(share)),
        ...(pinned > 0
          ? [evidenceRow('factor_heroProduct_pinShare', percent(heroPinned / pinned))]
          : []),
      ],
    } as const;
    if (share >= ALL_ON_ONE) {
      return {
        state: 'gap',
        ...common,
        seen: { key: 'factor_heroProduct_seenOne', values },
        advice: { key: 'factor_heroProduct_adviceOne', values },
      };
    }
    if (sold >= FEWEST_SOLD && share < LEADS / sold) {
      return {
        state: 'gap',
        ...common,
        seen: { key: 'factor_heroProduct_seenNone', values },
        advice: { key: 'factor_heroProduct_adviceNone', values },
      };
    }
    return { state: 'fine', ...common, seen: { key: 'factor_heroProduct_seen', values } };
  },
};
