import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seconds } from '../../metrics/time.ts';
import { LONGEST_LIVE } from '../../sources/sample/schedule.ts';
import { longestReplay, replayPlaylist } from './replay.ts';

const lengths = (playlist: string): number[] =>
  [...playlist.matchAll(/#EXTINF:([\d.]+)/g)].map(([, length]) => Number(length));
const ranges = (playlist: string): { length: number; from: number }[] =>
  [...playlist.matchAll(/BYTERANGE[:=]"?(\d+)@(\d+)/g)].map(([, length, from]) => ({
    length: Number(length),
    from: Number(from),
  }));

describe('the replay', () => {
  it('lasts as long as the LIVE it stands for', () => {
    const list = lengths(replayPlaylist(seconds(5_740)));
    expect(list.reduce((sum, one) => sum + one, 0)).toBeCloseTo(5_740, 3);
    expect(list).toHaveLength(287);
  });

  it('shortens the last segment where the LIVE ends inside of it', () => {
    expect(lengths(replayPlaylist(seconds(65)))).toEqual([20, 20, 20, 5]);
  });

  it('is long enough for the longest LIVE of the sample shop, and no longer than it is', () => {
    expect(longestReplay).toBeGreaterThanOrEqual(LONGEST_LIVE);
    const list = lengths(replayPlaylist(seconds(longestReplay * 2)));
    expect(list.reduce((sum, one) => sum + one, 0)).toBeCloseTo(longestReplay, 3);
  });

  it('names the recording where the server says it is, and ends', () => {
    const playlist = replayPlaylist(seconds(40), '/media/x.mp4');
    expect(playlist).not.toContain('replay.mp4');
    expect(playlist.match(/\/media\/x\.mp4/g)).toHaveLength(3);
    expect(playlist.trimEnd().endsWith('#EXT-X-ENDLIST')).toBe(true);
  });

  it('covers every byte of the recording in order', () => {
    const { size } = statSync(join(import.meta.dirname, 'replay.mp4'));
    const whole = ranges(readFileSync(join(import.meta.dirname, 'replay.m3u8'), 'utf8'));
    let at = 0;
    for (const { length, from } of whole) {
      expect(from).toBe(at);
      at += length;
    }
    expect(at).toBe(size);
  });
});
