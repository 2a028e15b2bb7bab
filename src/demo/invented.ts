/**
 * What the demo answers beside what was captured, by endpoint and path: fields that third parties name and
 * no capture holds. A test compares each answer with its capture, field by field, and this list with the
 * README's.
 */
export const invented: Readonly<Record<string, readonly string[]>> = {
  'core/stats': [
    'stats.accumulated_comment_cnt',
    'stats.accumulated_sharing_cnt',
    'stats.avg_watching_time',
    'stats.click_order_rate_main',
    'stats.client_show_cnt',
    'stats.est_gmv_local',
    'stats.likes',
    'stats.live_comment_rate',
    'stats.live_like_rate',
    'stats.live_share_rate',
    'stats.live_show_gpm_local',
    'stats.paid_order_cnt',
    'stats.paid_user_cnt',
    'stats.payment_success_rate',
    'stats.product_reach_cnt',
    'stats.product_view_cnt',
    'stats.sku_aov_local',
    'stats.watch_gpm_local',
    'stats.watch_pv_one_min_plus',
    'stats.with_subsidy_gmv_local',
  ],
  'trend/chart': ['trend_data[].data[].value'],
  'product/list': [
    'segments[].stats[].paid_main_order_cnt',
    'segments[].stats[].paid_order_cnt',
    'segments[].stats[].paid_user_cnt',
    'segments[].stats[].payment_success_rate',
    'segments[].stats[].total_click_cnt',
  ],
  'event/timeline': ['stats.events[].violation_event'],
  'user/portrait': [
    'stats.all_gender_distribution',
    'stats.all_age_distribution',
    'stats.all_state_distribution',
    'stats.impressions_gender_distribution',
    'stats.impressions_age_distribution',
    'stats.impressions_state_distribution',
  ],
};

/** Captured fields that the demo doesn't answer: no reader takes anything from them. */
export const leftOut: Readonly<Record<string, readonly string[]>> = {
  'room/info': ['owner_avatar_url', 'owner_oec_id', 'status.live_stream_url'],
};
