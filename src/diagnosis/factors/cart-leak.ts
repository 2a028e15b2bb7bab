import { numberOf } from '../../metrics/figure.ts';
import type { Factor, FactorInput } from '../factor.ts';
import { chanceOfAtMost, LUCK, readMean } from '../statistics/chance.ts';
import { quantile } from '../statistics/quantile.ts';
import { evidenceRow } from '../text/evidence-row.ts';
import { count, words } from '../text/wording.ts';
import { ordersOfProduct, productName, sumOf } from '../timeline/products.ts';

/** Carts below which orders per cart jump about. Chosen by us. */
const FEWEST_CARTS = 20;

/** Own LIVEs that a usual band rests on. */
const FEWEST_LIVES = 8;

/** Spread of orders per cart: orders come one by one, so as wide as their mean. Chosen by us. */
const CART_SPREAD = 1;

/** Orders held against carts. An order can skip the cart, so the ratio may exceed 1. */
export const cartLeak: Factor = {
  id: 'cart-leak',
  title: 'factor_cartLeak_title',
  lever: 'how-to-sell',
  group: 'interaction-conversion',
  owners: ['host'],
  explains: 'ctor',
  advises: [{ key: 'factor_cartLeak_advice', deed: 'factor_cartLeak_deed' }],
  evaluate: (input) => {
    const { figures } = input.session;
    const carts = numberOf(figures, 'addToCarts');
    const orders = numberOf(figures, 'orders');
    if (carts === undefined || orders === undefined) {
      return { state: 'missing', needs: { key: 'factor_cartLeak_needs' } };
    }
    if (carts < FEWEST_CARTS) {
      return {
        state: 'scarce',
        needs: {
          key: 'factor_shared_moreCarts',
          values: { count: count(Math.ceil(FEWEST_CARTS - carts)) },
        },
      };
    }
    const leaking = leakingProducts(input);
    const low = usualLow(input);
    if (low === undefined && leaking === undefined) {
      return { state: 'missing', needs: { key: 'factor_cartLeak_needsCompare' } };
    }
    const per100 = (value: number) => count(value * 100);
    const values = { carts: count(carts), orders: count(orders), rate: per100(orders / carts) };
    const evidence = [
      evidenceRow(
        'factor_cartLeak_per100',
        values.rate,
        low === undefined
          ? undefined
          : { key: 'factor_range_orMore', values: { value: per100(low) } },
      ),
      ...(leaking ?? []).map(({ product, carts: put, orders: bought }) =>
        evidenceRow(
          { key: 'factor_cartLeak_row', values: { product: words(productName(product)) } },
          { key: 'factor_cartLeak_cell', values: { carts: count(put), orders: count(bought) } },
        ),
      ),
    ];
    const brief = { key: 'factor_cartLeak_brief', values } as const;
    const [worst] = leaking ?? [];
    if (worst !== undefined) {
      const named = {
        ...values,
        product: words(productName(worst.product)),
        productCarts: count(worst.carts),
        productOrders: count(worst.orders),
      };
      return {
        state: 'gap',
        brief: { key: 'factor_cartLeak_briefProduct', values: named },
        seen: { key: 'factor_cartLeak_seenProduct', values: named },
        advice: { key: 'factor_cartLeak_advice' },
        evidence,
      };
    }
    const belowUsual =
      low !== undefined && readMean(orders / carts, carts, low, CART_SPREAD).reading === 'below';
    if (belowUsual) {
      return {
        state: 'gap',
        brief,
        seen: { key: 'factor_cartLeak_seenUsual', values: { ...values, usual: per100(low) } },
        advice: { key: 'factor_cartLeak_advice' },
        evidence,
      };
    }
    return { state: 'fine', brief, seen: { key: 'factor_cartLeak_seen', values }, evidence };
  },
};

/** The lower end of the seller's own usual orders per cart; undefined with too few LIVEs. */
function usualLow({ history }: FactorInput): number | undefined {
  const ratios = history.flatMap(({ figures }) => {
    const carts = numberOf(figures, 'addToCarts');
    const orders = numberOf(figures, 'orders');
    return carts === undefined || orders === undefined || carts <= 0 ? [] : [orders / carts];
  });
  return ratios.length < FEWEST_LIVES ? undefined : quantile(ratios, 0.25);
}

/** Products with fewer orders for their carts than the other products', beyond luck shared among them; worst first. */
function leakingProducts({ session }: FactorInput) {
  const known = (session.products ?? []).flatMap((product) => {
    const orders = ordersOfProduct(product);
    const carts = product.addToCarts;
    return orders === undefined || carts === undefined ? [] : [{ product, carts, orders }];
  });
  if (known.length < 2) return undefined;
  return known
    .map((one) => {
      const others = known.filter((other) => other !== one);
      const carts = sumOf(others, (other) => other.carts);
      const due = carts === 0 ? 0 : one.carts * (sumOf(others, (other) => other.orders) / carts);
      return { ...one, due };
    })
    .filter(({ orders, due }) => chanceOfAtMost(orders, due) < LUCK / known.length)
    .sort((a, b) => b.due - b.orders - (a.due - a.orders));
}
