import { DAY_SECONDS } from '../time.ts';

/** Older LIVEs say little about today's account; TikTok's own pages offer three months as well. */
export const HISTORY_SECONDS = 92 * DAY_SECONDS;
