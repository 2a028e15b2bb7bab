import type { MetricId } from '../../metrics/catalogue.ts';
import type { Series } from '../../metrics/session.ts';

/** One `stats_type` of core/stats: its id, the field it is answered in, and the metric it is. */
export interface CoreStat {
  readonly id: number;
  readonly field: string;
  readonly metric: MetricId;
  /** Answered in some countries only, where their own pages ask for it: elsewhere an unknown id spoils a whole answer. */
  readonly isRegional?: true;
}

/**
 * The ids of core/stats, as seen in a capture and by third parties in real shops. LIVE CTR (10) is
 * clicks ÷ views and CTR (72, 130) clicks ÷ product impressions: proven by counts on the capture. The
 * average length of watching is per view as 29 and per viewer as 30, whatever TikTok's labels say:
 * 203,528 s are 48.092628 × 4,232 views and 72 × 2,826 viewers, rounded, in one room, and 23.139973 ×
 * 743 views is whole in another. The direct figures (322, 341, 342) are what dashboards in Indonesia
 * answer in place of GMV and its rate.
 */
export const coreStats: readonly CoreStat[] = [
  { id: 3, field: 'gmv_local', metric: 'gmv' },
  { id: 2, field: 'sales', metric: 'itemsSold' },
  { id: 5, field: 'current_visitor_cnt', metric: 'currentViewers' },
  { id: 18, field: 'watch_uv', metric: 'viewers' },
  { id: 17, field: 'sku_aov_local', metric: 'skuAov' },
  { id: 7, field: 'paid_order_cnt', metric: 'skuOrders' },
  { id: 344, field: 'main_order_cnt', metric: 'orders' },
  { id: 27, field: 'paid_user_cnt', metric: 'customers' },
  { id: 15, field: 'main_aov_local', metric: 'aov' },
  { id: 50, field: 'payment_success_rate', metric: 'paymentRate' },
  { id: 346, field: 'est_gmv_local', metric: 'estimatedGmv' },
  { id: 348, field: 'with_subsidy_gmv_local', metric: 'gmvWithSubsidy' },
  { id: 23, field: 'client_show_cnt', metric: 'impressions' },
  { id: 310, field: 'show_pv_per_hour', metric: 'impressionsPerHour' },
  { id: 325, field: 'gmv_local_per_hour', metric: 'gmvPerHour' },
  { id: 20, field: 'watch_pv', metric: 'views' },
  { id: 330, field: 'enter_room_rate', metric: 'tapThroughRate' },
  { id: 332, field: 'enter_room_rate_live_preview', metric: 'tapThroughRatePreview' },
  { id: 29, field: 'avg_view_duration', metric: 'averageViewDurationPerView' },
  { id: 30, field: 'avg_watching_time', metric: 'averageViewDurationPerViewer' },
  { id: 349, field: 'watch_pv_one_min_plus', metric: 'viewsOverOneMinute' },
  { id: 70, field: 'product_view_cnt', metric: 'productImpressions' },
  { id: 71, field: 'product_reach_cnt', metric: 'productClicks' },
  { id: 72, field: 'product_click_rate', metric: 'productCtr' },
  { id: 130, field: 'product_click_through_rate', metric: 'productCtr', isRegional: true },
  { id: 10, field: 'click_through_rate', metric: 'liveCtr' },
  { id: 343, field: 'click_order_rate_main', metric: 'ctor' },
  { id: 11, field: 'click_order_rate', metric: 'ctorSku' },
  { id: 323, field: 'sku_order_rate', metric: 'orderRateSku' },
  { id: 39, field: 'live_show_gpm_local', metric: 'showGpm' },
  { id: 43, field: 'watch_gpm_local', metric: 'watchGpm' },
  { id: 60, field: 'accumulated_comment_cnt', metric: 'comments' },
  { id: 61, field: 'accumulated_sharing_cnt', metric: 'shares' },
  { id: 62, field: 'accumulated_new_follower_cnt', metric: 'newFollowers' },
  { id: 331, field: 'likes', metric: 'likes' },
  { id: 312, field: 'live_comment_rate', metric: 'commentRate' },
  { id: 313, field: 'live_follow_rate', metric: 'followRate' },
  { id: 314, field: 'live_like_rate', metric: 'likeRate' },
  { id: 315, field: 'live_share_rate', metric: 'shareRate' },
  { id: 241, field: 'ads_cost_local', metric: 'adsCost' },
  { id: 283, field: 'ads_gmv_max_roi', metric: 'adsRoi' },
  { id: 341, field: 'direct_gmv_local', metric: 'directGmv', isRegional: true },
  { id: 322, field: 'direct_gmv_local_per_hour', metric: 'directGmvPerHour', isRegional: true },
  { id: 342, field: 'direct_sales', metric: 'directItemsSold', isRegional: true },
];

const metricById = new Map(coreStats.map((stat) => [stat.id, stat.metric]));

/** The metric of a core/stats id; a negative id asks for the market comparison of the same metric. */
export function metricOfStat(id: number): MetricId | undefined {
  return metricById.get(Math.abs(id));
}

/** One `stats_type` of trend/chart, which has an id space of its own. */
export interface TrendStat {
  readonly id: number;
  readonly metric: Series['metric'];
  readonly kind: Series['kind'];
}

/**
 * The 27 ids of trend/chart. Series 20 is labelled "viewers" but is the level of concurrent viewers
 * on the capture; customers of an interval may come back in the next, so they don't add up either.
 */
export const trendStats: readonly TrendStat[] = [
  { id: 3, metric: 'gmv', kind: 'amount' },
  { id: 52, metric: 'itemsSold', kind: 'amount' },
  { id: 82, metric: 'customers', kind: 'level' },
  { id: 41, metric: 'skuOrders', kind: 'amount' },
  { id: 344, metric: 'orders', kind: 'amount' },
  { id: 20, metric: 'concurrentViewers', kind: 'level' },
  { id: 11, metric: 'views', kind: 'amount' },
  { id: 50, metric: 'productImpressions', kind: 'amount' },
  { id: 14, metric: 'liveCtr', kind: 'rate' },
  { id: 84, metric: 'tapThroughRate', kind: 'rate' },
  { id: 51, metric: 'productClicks', kind: 'amount' },
  { id: 92, metric: 'impressions', kind: 'amount' },
  { id: 23, metric: 'newFollowers', kind: 'amount' },
  { id: 13, metric: 'shares', kind: 'amount' },
  { id: 12, metric: 'comments', kind: 'amount' },
  { id: 16, metric: 'likes', kind: 'amount' },
  { id: 312, metric: 'commentRate', kind: 'rate' },
  { id: 313, metric: 'followRate', kind: 'rate' },
  { id: 314, metric: 'likeRate', kind: 'rate' },
  { id: 315, metric: 'shareRate', kind: 'rate' },
  { id: 401, metric: 'aov', kind: 'rate' },
  { id: 15, metric: 'ctorSku', kind: 'rate' },
  { id: 91, metric: 'watchGpm', kind: 'rate' },
  { id: 343, metric: 'ctor', kind: 'rate' },
  { id: 350, metric: 'paymentRate', kind: 'rate' },
  { id: 81, metric: 'showGpm', kind: 'rate' },
  { id: 323, metric: 'orderRateSku', kind: 'rate' },
];

/** The ids of trend/chart. */
export const trendIds: readonly number[] = trendStats.map(({ id }) => id);
