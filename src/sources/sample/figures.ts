import { type MoneyMetricId, metric, type ScalarMetricId } from '../../metrics/catalogue.ts';
import type { Figures, Origin } from '../../metrics/figure.ts';
import type { Money } from '../../metrics/money.ts';
import { HOUR_SECONDS } from '../../metrics/time.ts';
import { averageDollars, dollars, shareOfAmounts } from './amounts.ts';
import type { LiveScript } from './plan.ts';
import { AD_DETAIL, leaves, PREVIEW_DETAIL } from './sources.ts';
import type { SampleTally } from './tally.ts';

/**
 * Every metric of the catalogue that the LIVE has. Counts come from the tally, rates are ratios of
 * these counts and say so; a rate without a denominator, and ads figures of a LIVE without ads, are absent.
 * `running` adds the people in the room at this moment.
 */
export function sampleFigures(
  plan: LiveScript,
  tally: SampleTally,
  origin: Origin,
  running: boolean,
): Figures {
  const { totals } = tally;
  const hours = (tally.until - plan.startedAt) / HOUR_SECONDS;
  const preview = tally.leaves[leaves.findIndex(({ detail }) => detail === PREVIEW_DETAIL)];
  const ads = tally.leaves[leaves.findIndex(({ detail }) => detail === AD_DETAIL)];
  const { gmv, ...counts } = totals;
  const scalars: { [K in ScalarMetricId]?: number | undefined } = {
    ...counts,
    viewsOverOneMinute: tally.overOneMinute,
    currentViewers: running ? tally.present : undefined,
    impressionsPerHour: shareOfAmounts(totals.impressions, hours),
    tapThroughRate: shareOfAmounts(totals.views, totals.impressions),
    tapThroughRatePreview: shareOfAmounts(preview?.views ?? 0, preview?.impressions ?? 0),
    averageViewDurationPerView: shareOfAmounts(tally.watchedSeconds, totals.views),
    averageViewDurationPerViewer: shareOfAmounts(tally.watchedSeconds, totals.viewers),
    viewsOverOneMinuteRate: shareOfAmounts(tally.overOneMinute, totals.views),
    viewsPerViewer: shareOfAmounts(totals.views, totals.viewers),
    commentRate: shareOfAmounts(totals.comments, totals.views),
    likeRate: shareOfAmounts(totals.likes, totals.views),
    shareRate: shareOfAmounts(totals.shares, totals.views),
    followRate: shareOfAmounts(totals.newFollowers, totals.views),
    productImpressionsPerView: shareOfAmounts(totals.productImpressions, totals.views),
    productCtr: shareOfAmounts(totals.productClicks, totals.productImpressions),
    liveCtr: shareOfAmounts(totals.productClicks, totals.views),
    ctor: shareOfAmounts(totals.orders, totals.productClicks),
    ctorSku: shareOfAmounts(totals.skuOrders, totals.productClicks),
    orderRateSku: shareOfAmounts(totals.skuOrders, totals.views),
    paymentRate: shareOfAmounts(totals.orders, totals.createdOrders),
    skuOrdersPerOrder: shareOfAmounts(totals.skuOrders, totals.orders),
    itemsPerOrder: shareOfAmounts(totals.itemsSold, totals.orders),
    addToCartRate: shareOfAmounts(totals.addToCarts, totals.productClicks),
    adsRoi: plan.truth.adsOn ? shareOfAmounts(ads?.gmv ?? 0, tally.adsCostCents) : undefined,
  };
  const perUnit = (by: number): Money | undefined =>
    by === 0 ? undefined : averageDollars(gmv, by);
  const moneys: { [K in MoneyMetricId]?: Money | undefined } = {
    gmv: dollars(gmv),
    estimatedGmv: dollars(tally.placedCents),
    gmvWithSubsidy: dollars(gmv + tally.subsidyCents),
    aov: perUnit(totals.orders),
    skuAov: perUnit(totals.skuOrders),
    showGpm: perUnit(totals.impressions / 1_000),
    watchGpm: perUnit(totals.views / 1_000),
    gmvPerHour: perUnit(hours),
    adsCost: plan.truth.adsOn ? dollars(tally.adsCostCents) : undefined,
  };
  const figures: Figures = {};
  for (const id of scalarIds(scalars)) {
    const value = scalars[id];
    if (value !== undefined) figures[id] = { value, origin, ...derivation(id) };
  }
  for (const id of moneyIds(moneys)) {
    const value = moneys[id];
    if (value !== undefined) figures[id] = { money: value, origin, ...derivation(id) };
  }
  return figures;
}

function derivation(id: ScalarMetricId | MoneyMetricId): { derivedFrom?: string[] } {
  const { parts } = metric(id);
  if (parts !== undefined) return { derivedFrom: [parts.numerator, parts.denominator] };
  if (id === 'impressionsPerHour') return { derivedFrom: ['impressions', 'duration'] };
  if (id === 'gmvPerHour') return { derivedFrom: ['gmv', 'duration'] };
  return {};
}

function scalarIds(values: { [K in ScalarMetricId]?: unknown }): ScalarMetricId[] {
  return Object.keys(values).filter((id): id is ScalarMetricId => id in values);
}

function moneyIds(values: { [K in MoneyMetricId]?: unknown }): MoneyMetricId[] {
  return Object.keys(values).filter((id): id is MoneyMetricId => id in values);
}
