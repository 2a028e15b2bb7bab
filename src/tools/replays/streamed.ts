import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ffmpeg } from './ffmpeg.ts';

/** How a file becomes a stream. */
export interface Streaming {
  /** Seconds of each segment. */
  readonly segment: number;
  /** How many seconds the stream has; a file that is shorter begins anew. The whole file unless given. */
  readonly length?: number;
}

/** Makes an HLS stream of a file in a folder, of which nothing else is kept, and answers its playlist's name. */
export async function streamOf(
  file: string,
  folder: string,
  { segment, length }: Streaming,
): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await ffmpeg([
    ...(length === undefined ? [] : ['-stream_loop', '-1']),
    ...['-i', file, '-c', 'copy'],
    ...(length === undefined ? [] : ['-t', String(length)]),
    ...['-f', 'hls', '-hls_time', String(segment), '-hls_playlist_type', 'vod'],
    ...['-hls_segment_filename', join(folder, '%d.ts'), join(folder, 'replay.m3u8')],
  ]);
  return 'replay.m3u8';
}
