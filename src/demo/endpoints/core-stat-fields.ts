import type { MetricId, MoneyMetricId } from '../../metrics/catalogue.ts';

/** One `stats_type` of `core/stats`: the field it answers and how its value is written. */
export type CoreStatField =
  | { readonly name: string; readonly as: 'money'; readonly metric: MoneyMetricId }
  /** `count` is a whole JSON number, `decimal` a string of six places, `float` a JSON number. */
  | { readonly name: string; readonly as: 'count' | 'decimal' | 'float'; readonly metric: MetricId }
  /** The flags about advertising, and one that Seller Center takes but never answers. */
  | { readonly name: string; readonly as: 'ads-on' | 'ads-since' | 'nothing' };

const money = (name: string, metric: MoneyMetricId): CoreStatField => ({
  name,
  as: 'money',
  metric,
});
const count = (name: string, metric: MetricId): CoreStatField => ({ name, as: 'count', metric });
const decimal = (name: string, metric: MetricId): CoreStatField => ({
  name,
  as: 'decimal',
  metric,
});

/** Every id that real shops were seen to take, with the field it answers. */
export const coreStatFields: ReadonlyMap<number, CoreStatField> = new Map([
  [3, money('gmv_local', 'gmv')],
  [346, money('est_gmv_local', 'estimatedGmv')],
  [348, money('with_subsidy_gmv_local', 'gmvWithSubsidy')],
  [325, money('gmv_local_per_hour', 'gmvPerHour')],
  [15, money('main_aov_local', 'aov')],
  [17, money('sku_aov_local', 'skuAov')],
  [39, money('live_show_gpm_local', 'showGpm')],
  [43, money('watch_gpm_local', 'watchGpm')],
  [241, money('ads_cost_local', 'adsCost')],
  [2, count('sales', 'itemsSold')],
  [5, count('current_visitor_cnt', 'currentViewers')],
  [18, count('watch_uv', 'viewers')],
  [7, count('paid_order_cnt', 'skuOrders')],
  [344, count('main_order_cnt', 'orders')],
  [27, count('paid_user_cnt', 'customers')],
  [23, count('client_show_cnt', 'impressions')],
  [310, count('show_pv_per_hour', 'impressionsPerHour')],
  [20, count('watch_pv', 'views')],
  [30, count('avg_watching_time', 'averageViewDurationPerViewer')],
  [349, count('watch_pv_one_min_plus', 'viewsOverOneMinute')],
  [70, count('product_view_cnt', 'productImpressions')],
  [71, count('product_reach_cnt', 'productClicks')],
  [60, count('accumulated_comment_cnt', 'comments')],
  [61, count('accumulated_sharing_cnt', 'shares')],
  [62, count('accumulated_new_follower_cnt', 'newFollowers')],
  [331, count('likes', 'likes')],
  [29, decimal('avg_view_duration', 'averageViewDurationPerView')],
  [330, decimal('enter_room_rate', 'tapThroughRate')],
  [332, decimal('enter_room_rate_live_preview', 'tapThroughRatePreview')],
  [50, decimal('payment_success_rate', 'paymentRate')],
  [72, decimal('product_click_rate', 'productCtr')],
  [130, decimal('product_click_through_rate', 'productCtr')],
  [10, decimal('click_through_rate', 'liveCtr')],
  [343, decimal('click_order_rate_main', 'ctor')],
  [11, decimal('click_order_rate', 'ctorSku')],
  [323, decimal('sku_order_rate', 'orderRateSku')],
  [312, decimal('live_comment_rate', 'commentRate')],
  [313, decimal('live_follow_rate', 'followRate')],
  [314, decimal('live_like_rate', 'likeRate')],
  [315, decimal('live_share_rate', 'shareRate')],
  [283, { name: 'ads_gmv_max_roi', as: 'float', metric: 'adsRoi' }],
  [290, { name: 'is_ads_roi2', as: 'ads-on' }],
  [291, { name: 'ads_roi2_effective_time', as: 'ads-since' }],
  [292, { name: 'has_ads_roi1', as: 'nothing' }],
]);

/** The metrics for which the captured answer held a comparison with the account's earlier LIVEs. */
export const ownComparedIds: ReadonlySet<number> = new Set([
  20, 310, 313, 332, 330, 10, 15, 62, 11, 323, 344, 325, 3, 2, 18,
]);
