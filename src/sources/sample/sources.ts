/** One way into the room: TikTok's source name, and a detail of it where it has details. */
export interface Leaf {
  readonly source: string;
  readonly detail?: string;
  /** Share of the room's impressions. */
  readonly share: number;
  /** Views ÷ impressions in a usual room. */
  readonly tap: number;
  /** How ready people from there are to order, next to 1. */
  readonly intent: number;
}

/** Where ads are shown, so its GMV is what ads brought. */
export const AD_DETAIL = 'live_cell_draw';
/** The moving preview of the LIVE in the feed. */
export const PREVIEW_DETAIL = 'live_cell_click';

/** All ways in; shares add up to 1. Order and size after the reference's real rooms: For You leads impressions, search taps best. */
export const leaves: readonly Leaf[] = [
  { source: 'foru', detail: PREVIEW_DETAIL, share: 0.4, tap: 0.028, intent: 0.9 },
  { source: 'foru', detail: AD_DETAIL, share: 0.22, tap: 0.045, intent: 1 },
  { source: 'foru', detail: 'video_head_click', share: 0.07, tap: 0.052, intent: 1 },
  { source: 'foru', detail: 'video_head_draw', share: 0.04, tap: 0.036, intent: 0.9 },
  { source: 'follow', detail: 'live_top', share: 0.045, tap: 0.1, intent: 1.3 },
  { source: 'follow', detail: 'live_cell', share: 0.025, tap: 0.08, intent: 1.2 },
  { source: 'search', share: 0.02, tap: 0.24, intent: 1.3 },
  { source: 'message', share: 0.075, tap: 0.006, intent: 1.1 },
  { source: 'square', detail: 'live_cell', share: 0.035, tap: 0.06, intent: 0.7 },
  { source: 'mall', share: 0.03, tap: 0.04, intent: 1.2 },
  { source: 'others', detail: 'video_head', share: 0.03, tap: 0.07, intent: 0.9 },
  { source: 'others', detail: 'live_cell', share: 0.01, tap: 0.05, intent: 0.8 },
];
