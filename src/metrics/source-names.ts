import type { MessageKey } from './text.ts';

/** Display names of TikTok's source keys; inferred, TikTok publishes no such list. */
const names: Readonly<Record<string, MessageKey | undefined>> = {
  foru: 'source_foru',
  follow: 'source_follow',
  search: 'source_search',
  message: 'source_message',
  square: 'source_square',
  mall: 'source_mall',
  others: 'source_others',
  live_cell_click: 'source_live_cell_click',
  live_cell_draw: 'source_live_cell_draw',
  live_cell: 'source_live_cell',
  live_top: 'source_live_top',
  video_head_click: 'source_video_head_click',
  video_head_draw: 'source_video_head_draw',
  video_head: 'source_video_head',
};

/** The sentence key for a source; undefined for a key that is not known, which is then shown as it is. */
export const sourceName = (key: string): MessageKey | undefined =>
  Object.hasOwn(names, key) ? names[key] : undefined;
