import type { Product } from '../../metrics/session.ts';
import { currencyOf } from '../currency.ts';
import type { Factor } from '../factor.ts';
import { evidenceRow } from '../text/evidence-row.ts';
import { amount, count, percent, words } from '../text/wording.ts';
import { gmvOf, namesOf, ordersOfProduct, productName, sumOf } from '../timeline/products.ts';

/** Pieces sold from which a LIVE says how much the next one needs; fewer are chance. Chosen by us. */
const FEWEST_SOLD = 3;

type Stocked = Product & { readonly stockLeft: number };

/** Products that people tapped and that have nothing, or less than one such LIVE's worth, left. */
export const stock: Factor = {
  id: 'stock',
  title: 'factor_stock_title',
  lever: 'what-to-sell',
  group: 'interaction-conversion',
  owners: ['operator'],
  explains: 'ctor',
  isHygiene: true,
  advises: [
    { key: 'factor_stock_adviceGone', deed: 'factor_stock_deedGone' },
    { key: 'factor_stock_adviceLow', deed: 'factor_stock_deedLow' },
  ],
  evaluate: ({ session }) => {
    const known = (session.products ?? []).filter(
      (product): product is Stocked => product.stockLeft !== undefined,
    );
    if (known.length === 0 || known.every(({ clicks }) => clicks === undefined)) {
      return { state: 'missing', needs: { key: 'factor_stock_needs' } };
    }
    const earned = (product: Product): number => gmvOf(product, session) ?? 0;
    const byWorth = (a: Product, b: Product): number =>
      earned(b) - earned(a) || (b.clicks ?? 0) - (a.clicks ?? 0);
    const gone = known
      .filter(({ stockLeft, clicks }) => stockLeft <= 0 && (clicks ?? 0) > 0)
      .sort(byWorth);
    const low = known
      .filter((product) => {
        const sold = atLeastSold(product);
        return product.stockLeft > 0 && sold >= FEWEST_SOLD && product.stockLeft < sold;
      })
      .sort(byWorth);
    const clicks = sumOf(known, (product) => product.clicks ?? 0);
    const short = [...gone, ...low];
    const evidence = short.flatMap((product) => {
      const values = { product: words(productName(product)) };
      const gmv = gmvOf(product, session);
      return [
        evidenceRow({ key: 'factor_stock_left', values }, count(product.stockLeft)),
        ...(gmv === undefined || gmv <= 0
          ? []
          : [
              evidenceRow({ key: 'factor_stock_earned', values }, amount(gmv, currencyOf(session))),
            ]),
      ];
    });
    const toRestock = { products: namesOf(short) };
    if (gone.length > 0) {
      const values = {
        count: count(gone.length),
        products: namesOf(gone),
        clicks: count(sumOf(gone, (product) => product.clicks ?? 0)),
        share: percent(sumOf(gone, (product) => product.clicks ?? 0) / clicks),
      };
      return {
        state: 'gap',
        brief: { key: 'factor_stock_briefGone', values },
        seen: { key: 'factor_stock_seenGone', values },
        advice: { key: 'factor_stock_adviceGone', values: toRestock },
        evidence,
      };
    }
    if (low.length > 0) {
      const values = { count: count(low.length), products: namesOf(low) };
      return {
        state: 'gap',
        brief: { key: 'factor_stock_briefLow', values },
        seen: { key: 'factor_stock_seenLow', values },
        advice: { key: 'factor_stock_adviceLow', values: toRestock },
        evidence,
      };
    }
    return {
      state: 'fine',
      brief: { key: 'factor_stock_briefFine' },
      seen: { key: 'factor_stock_seenFine', values: { count: count(known.length) } },
      evidence,
    };
  },
};

/** Pieces sold as far as is known: an order takes one at least, whatever the count of pieces says. */
function atLeastSold(product: Product): number {
  return Math.max(product.itemsSold ?? 0, ordersOfProduct(product) ?? 0);
}
