import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { amountOf, type Money } from '../../metrics/money.ts';
import type { Product, Session } from '../../metrics/session.ts';
import { formatCount, formatMoney, formatRate } from '../../platform/format.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { Icon } from '../design/icon.tsx';
import { TableScroll } from '../design/table-scroll.tsx';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import { orDash } from '../figures.ts';

/** Rows shown before the seller asks for all. */
const FIRST = 6;

/** The products of the LIVE, best GMV first. */
export function ProductsTable({ session }: { session: Session }): JSX.Element {
  const { t, locale } = useI18n();
  const [all, setAll] = useState(false);
  // Direct money alone is shown where no product has attributed one.
  const isDirect = (session.products ?? []).every(({ gmv }) => gmv === undefined);
  const moneyOf = (product: Product) => (isDirect ? product.directGmv : product.gmv);
  const products = (session.products ?? []).toSorted(
    (a, b) => sizeOf(moneyOf(b)) - sizeOf(moneyOf(a)),
  );
  const shown = all ? products : products.slice(0, FIRST);
  const count = (value: number | undefined): string =>
    orDash(value, (known) => formatCount(known, locale));
  const money = (value: Money | undefined): string =>
    orDash(value, (known) => formatMoney(known, locale, 'figure'));
  const rate = (value: number | undefined): string =>
    orDash(value, (known) => formatRate(known, locale));
  return (
    <div class="card">
      <h3>{t('performance_products_title')}</h3>
      {products.length === 0 ? (
        <p class="quiet">{t('performance_products_none')}</p>
      ) : (
        <TableScroll label={t('performance_products_title')}>
          <table
            class="table table-lines"
            aria-label={t('performance_products_title')}
            style={{ '--figures': 6, '--fewest': 4 }}
          >
            <thead>
              <tr>
                <th scope="col">{t('performance_column_product')}</th>
                <th scope="col">{t(isDirect ? 'metric_directGmv_name' : 'metric_gmv_name')}</th>
                <th scope="col">{t('metric_orders_name')}</th>
                <th scope="col" class="table-spare">
                  {t('metric_productImpressions_name')}
                </th>
                <th scope="col" class="table-spare">
                  {t('metric_productCtr_name')}
                </th>
                <th scope="col">{t('metric_ctor_name')}</th>
                <th scope="col">{t('performance_stock_left')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((product) => (
                <tr key={product.id}>
                  <th scope="row" class="table-name">
                    <div class="table-name-line">
                      <span>{product.name ?? product.id}</span>
                      {product.wasPinned === true && (
                        <span class="table-mark" title={t('performance_was_pinned')}>
                          <Icon name="pin" size={13} />
                          <VisuallyHidden>{t('performance_was_pinned')}</VisuallyHidden>
                        </span>
                      )}
                    </div>
                  </th>
                  <td>{money(moneyOf(product))}</td>
                  <td>{count(product.orders)}</td>
                  <td class="table-spare">{count(product.impressions)}</td>
                  <td class="table-spare">{rate(product.ctr)}</td>
                  <td>{rate(product.ctor)}</td>
                  <td>{count(product.stockLeft)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {products.length > FIRST && (
        <Button look="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? t('performance_products_less')
            : t('performance_products_more', {
                count: { kind: 'count', value: products.length },
              })}
        </Button>
      )}
    </div>
  );
}

/** For the order of rows alone: unknown money sorts last. */
function sizeOf(money: Money | undefined): number {
  return money === undefined ? Number.NEGATIVE_INFINITY : amountOf(money);
}
