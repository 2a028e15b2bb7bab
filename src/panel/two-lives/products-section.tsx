import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FunnelKind } from '../../diagnosis/step-id.ts';
import type { ProductPair, ProductSide } from '../../diagnosis/two-lives/product-pair.ts';
import { formatCount, formatRate } from '../../platform/format.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { TableScroll } from '../design/table-scroll.tsx';
import { formatAmount, orDash } from '../figures.ts';
import type { Sides } from './figures-section.tsx';
import { letterOf } from './side-words.ts';

/** Products shown before the seller asks for all. */
const FIRST_PRODUCTS = 6;

/** The products of both LIVEs, each with a row a side; the widest difference in money per hour first. */
export function ProductsSection({
  products,
  kind,
  ...sides
}: Sides & { products: readonly ProductPair[]; kind: FunnelKind }): JSX.Element {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  if (products.length === 0) return <p class="quiet">{t('two_lives_products_empty')}</p>;
  const shown = all ? products : products.slice(0, FIRST_PRODUCTS);
  const isSku = kind.orders === 'sku';
  return (
    <>
      <TableScroll label={t('two_lives_products')}>
        <table class="table two-products" aria-label={t('two_lives_products')}>
          <thead>
            <tr>
              <th scope="col">{t('two_lives_products_side')}</th>
              <th scope="col">
                {t(kind.basis === 'direct' ? 'metric_directGmv_name' : 'metric_gmv_name')}
              </th>
              <th scope="col">{t(isSku ? 'metric_skuOrders_name' : 'metric_orders_name')}</th>
              <th scope="col" class="two-products-spare">
                {t('two_lives_products_clicks')}
              </th>
              <th scope="col">{t('metric_productCtr_name')}</th>
              <th scope="col">{t(isSku ? 'metric_ctorSku_name' : 'metric_ctor_name')}</th>
            </tr>
          </thead>
          {shown.map((pair) => (
            <ProductRows key={pair.id} pair={pair} {...sides} />
          ))}
        </table>
      </TableScroll>
      {products.length > FIRST_PRODUCTS && (
        <Button look="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? t('two_lives_products_fewer')
            : t('two_lives_products_all', { count: { kind: 'count', value: products.length } })}
        </Button>
      )}
    </>
  );
}

function ProductRows({ pair, first, second }: Sides & { pair: ProductPair }): JSX.Element {
  const { t } = useI18n();
  const only =
    pair.second === undefined
      ? letterOf.first
      : pair.first === undefined
        ? letterOf.second
        : undefined;
  return (
    <tbody>
      <tr class="two-products-name">
        <th scope="rowgroup" colSpan={6}>
          {pair.name}
          {only !== undefined && (
            <small> {t('two_lives_products_only', { letter: { kind: 'text', text: only } })}</small>
          )}
        </th>
      </tr>
      {pair.first !== undefined && (
        <ProductRow letter={letterOf.first} side={pair.first} currency={first.currency} />
      )}
      {pair.second !== undefined && (
        <ProductRow letter={letterOf.second} side={pair.second} currency={second.currency} />
      )}
    </tbody>
  );
}

function ProductRow({
  letter,
  side: { gmv, orders, clicks, ctr, ctor },
  currency,
}: {
  letter: string;
  side: ProductSide;
  currency: Sides['first']['currency'];
}): JSX.Element {
  const { locale } = useI18n();
  const count = (value: number | undefined): string =>
    orDash(value, (known) => formatCount(known, locale));
  const rate = (value: number | undefined): string =>
    orDash(value, (known) => formatRate(known, locale));
  return (
    <tr>
      <th scope="row">{letter}</th>
      <td>{orDash(gmv, (value) => formatAmount(value, { currency, locale, detail: 'figure' }))}</td>
      <td>{count(orders)}</td>
      <td class="two-products-spare">{count(clicks)}</td>
      <td>{rate(ctr)}</td>
      <td>{rate(ctor)}</td>
    </tr>
  );
}
