import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replayEnd } from '../metrics/live/recording.ts';
import { seconds, unixSeconds } from '../metrics/time.ts';
import { type DemoAnswer, type DemoRequest, plain } from './exchange.ts';
import { replayPlaylist } from './media/replay.ts';
import type { DemoShop } from './shop.ts';

const MEDIA_NAME = 'replay.mp4';

let bytes: Buffer | undefined;
function recording(): Buffer {
  bytes ??= readFileSync(join(import.meta.dirname, 'media', MEDIA_NAME));
  return bytes;
}

/** Path and query of a room's replay; the query carries when it expires, in unix seconds, as the captured address does. */
export function replayPath(room: string, endedAt: number): string {
  return `/demo/replay/${room}.m3u8?expire=${replayEnd(unixSeconds(endedAt))}&sig=demo`;
}

/**
 * Serves /demo/replay/ROOM.m3u8 and the media its playlist names, whole or a byte range (206).
 * An address whose time has run out gets 403, a file or room that isn't there 404. All rooms share one recording.
 */
export function replay(asked: DemoRequest, shop: DemoShop): DemoAnswer {
  const name = asked.path.slice('/demo/replay/'.length);
  const expires = asked.query.get('expire');
  const room = /^(\d+)\.m3u8$/.exec(name)?.[1];
  if (room !== undefined) {
    const session = shop.sessions(asked.at).find((one) => one.room.id === room);
    if (session?.room.endedAt === undefined || session.room.status === 'live') return absent();
    const kept = replayEnd(session.room.endedAt);
    const last = Math.min(kept, expires === null ? kept : Number(expires));
    if (last * 1000 <= asked.at) return plain(403, 'This replay has expired.', shared);
    const { startedAt = session.room.endedAt, endedAt } = session.room;
    return {
      status: 200,
      headers: { ...shared, 'content-type': 'application/vnd.apple.mpegurl' },
      body: replayPlaylist(seconds(endedAt - startedAt), MEDIA_NAME),
    };
  }
  return name === MEDIA_NAME ? media(asked.headers.range) : absent();
}

const shared = { 'access-control-allow-origin': '*' };
const absent = (): DemoAnswer => plain(404, 'There is no such recording in the demo.', shared);

function media(range: string | undefined): DemoAnswer {
  const body = recording();
  const headers = { ...shared, 'content-type': 'video/mp4', 'accept-ranges': 'bytes' };
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === '' && last === '') return { status: 200, headers, body };
  const start = first === '' ? Math.max(0, body.length - Number(last)) : Number(first);
  const end =
    first === '' || last === '' ? body.length - 1 : Math.min(Number(last), body.length - 1);
  if (start >= body.length || start > end) {
    return plain(416, 'No such bytes.', { ...shared, 'content-range': `bytes */${body.length}` });
  }
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${start}-${end}/${body.length}` },
    body: body.subarray(start, end + 1),
  };
}
