/** How wide the docked panel may be, in CSS pixels; apart from the schemas, which the launcher does without. */
export const MIN_WIDTH = 320;
export const MAX_WIDTH = 1200;
export const DEFAULT_WIDTH = 400;

/** From this width of its window on a page has room beside the panel, unless the seller says where the panel stands. */
export const BESIDE_FROM = 1180;
