import type { JSX } from 'preact';
import type { ShopRateId, ShopStanding } from '../../diagnosis/over-time/shops-beside.ts';
import { metric as metricOf } from '../../metrics/catalogue.ts';
import type { ShopProfile } from '../../metrics/live/shop-profiles.ts';
import { HOUR_SECONDS } from '../../metrics/time.ts';
import { formatCount, formatDuration, formatPoints, zoneLabel } from '../../platform/format.ts';
import { useI18n } from '../design/i18n.ts';
import { TableScroll } from '../design/table-scroll.tsx';
import { formatFigure } from '../figures.ts';
import { accountName, shopCurrency, shopRegion } from '../shop-name.ts';
import type { Reach } from '../state/over-time.ts';
import { useShopsBeside } from '../state/use-shops-beside.ts';
import { inWords } from './words.ts';

type Standing = ShopStanding<ShopProfile>;

/** The shops of the archive side by side; differences are those from the first one. */
export function ShopsView({
  first,
  reach,
  choice,
}: {
  /** The shop with which the others are compared. */
  first: ShopProfile | undefined;
  reach: Reach;
  choice: JSX.Element;
}): JSX.Element {
  const { t, locale } = useI18n();
  const beside = useShopsBeside(first, reach);
  const rows: readonly (readonly [string, (one: Standing) => string])[] = [
    [t('over_time_shops_lives'), ({ lives }) => formatCount(lives, locale)],
    [t('over_time_shops_hours'), ({ hours }) => formatDuration(hours * HOUR_SECONDS, locale)],
  ];
  const sum = (of: (one: Standing) => number) =>
    beside.shops.reduce((all, one) => all + of(one), 0);
  const left = sum(({ running, untimed }) => running + untimed);
  const undated = sum((one) => one.undated);
  return (
    <>
      <div class="over-time-choices">{choice}</div>
      <p class="over-time-peak">
        {t('over_time_shops_together', { hours: inWords.hours(beside.hours, locale) })}
      </p>
      <TableScroll label={t('over_time_tab_shops')}>
        <table class="table table-wraps" aria-label={t('over_time_tab_shops')}>
          <thead>
            <tr>
              <td />
              {beside.shops.map(({ shop }) => (
                <th key={shop.key} scope="col">
                  <bdi>{accountName(shop, { t })}</bdi>
                  <br />
                  <small>
                    {[
                      shopRegion(shop),
                      shopCurrency(shop, { t }),
                      shop.zone === undefined ? undefined : zoneLabel(shop.zone),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, figure]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {beside.shops.map((one) => (
                  <td key={one.shop.key}>{figure(one)}</td>
                ))}
              </tr>
            ))}
            {beside.rates.map((id) => (
              <tr key={id}>
                <th scope="row">{t(metricOf(id).name)}</th>
                {beside.shops.map((one) => (
                  <RateCell key={one.shop.key} id={id} standing={one} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <div class="quiet small over-time-notes">
        {beside.overlap > 0 && (
          <p>{t('over_time_shops_overlap', { hours: inWords.hours(beside.overlap, locale) })}</p>
        )}
        <p>{t('over_time_shops_what')}</p>
        {left > 0 && <p>{t('over_time_shops_left', { count: inWords.count(left) })}</p>}
        {undated > 0 && <p>{t('over_time_undated', { count: inWords.count(undated) })}</p>}
      </div>
    </>
  );
}

function RateCell({ id, standing }: { id: ShopRateId; standing: Standing }): JSX.Element {
  const { t, locale } = useI18n();
  const rate = standing.rates[id];
  if (rate === undefined) return <td class="quiet">–</td>;
  const isDirect = metricOf(id).basis !== undefined && standing.basis === 'direct';
  return (
    <td>
      {formatFigure(id, rate.value, { currency: standing.currency, locale })}
      {isDirect && <small> {t('panel_direct')}</small>}
      {rate.difference !== undefined && (
        <small class="quiet"> {formatPoints(rate.difference, locale)}</small>
      )}
      {rate.lives < standing.lives && (
        <small class="quiet">
          {' '}
          {t('over_time_shops_rests', {
            count: inWords.count(rate.lives),
            all: inWords.count(standing.lives),
          })}
        </small>
      )}
    </td>
  );
}
