/**
 * Where a measure of a recording begins to tell of a defect, while nothing is known of what is usual for a shop.
 * Each lies between what was planted and what was clean in a set of made recordings, and beyond the photographs
 * and voices of earlier trials; how they do on another set is told by `npm run replays`. Made pictures and voices
 * are not people before a camera.
 */

/** Mean luma below which a picture is dark, of 255. */
export const DARK_LIGHT = 60;
/** Share of burnt out points above which a picture is. */
export const BURNT_OUT_SHARE = 0.08;
/** Cast below which a picture is yellowish. */
export const WARM_CAST = -0.75;
/** Sharpness below which a picture is soft. */
export const SOFT_SHARPNESS = 0.02;
/** Share of points that moved, below which a picture stood still. */
export const STILL_SHARE = 0.02;
/** Share under bars above which a picture has them. */
export const BARRED_SHARE = 0.1;
/** Share of silence above which a stretch of sound is silent. */
export const SILENT_SHARE = 0.9;
/** Loudness below which speech is quiet, in LUFS. */
export const QUIET_LOUDNESS = -30;
/** Clipped runs a second above which a sound is. */
export const CLIPPED_A_SECOND = 1;
/** Share of speech below which nobody speaks. */
export const SPEECHLESS_SHARE = 0.1;
