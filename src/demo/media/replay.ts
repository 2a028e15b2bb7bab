import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Seconds } from '../../metrics/time.ts';

/** Where ffmpeg wrote what stands in replay.mp4: one segment of 20 seconds after the other. */
const whole = readFileSync(join(import.meta.dirname, 'replay.m3u8'), 'utf8');
const [head = '', ...entries] = whole
  .replace('#EXT-X-ENDLIST', '')
  .trimEnd()
  .split(/(?=#EXTINF:)/);
const segments = entries.map((entry) => ({
  entry: entry.trimEnd(),
  length: Number(/#EXTINF:([\d.]+)/.exec(entry)?.[1] ?? 0),
}));

/** The longest replay the recording can stand for, in seconds. */
export const longestReplay = segments.reduce((sum, { length }) => sum + length, 0);

/**
 * The HLS playlist of a replay that lasts `duration`: the shared recording from its start, up to the
 * segment in which the LIVE ended, that one shortened in the playlist's count. `media` is the address
 * of replay.mp4 as seen from the playlist. A LIVE longer than the recording gets all of it.
 */
export function replayPlaylist(duration: Seconds, media = 'replay.mp4'): string {
  let left = Math.min(duration, longestReplay);
  const kept: string[] = [];
  for (const { entry, length } of segments) {
    if (left <= 0) break;
    kept.push(entry.replace(/#EXTINF:[\d.]+/, `#EXTINF:${Math.min(length, left).toFixed(3)}`));
    left -= length;
  }
  return `${[head.trimEnd(), ...kept, '#EXT-X-ENDLIST'].join('\n')}\n`.replaceAll(
    'replay.mp4',
    media,
  );
}
