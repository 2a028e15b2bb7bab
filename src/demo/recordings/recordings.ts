import { createCipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type DemoAnswer, type DemoRequest, plain } from '../exchange.ts';

/** A host that lets no page of another one read what it serves. */
export const CLOSED_HOST = 'closed.example.com';

/** How long each of the recordings runs, in seconds of its pictures. */
export const RECORDING_LENGTH = 24;
/** Pictures a second; each shows its own number. */
export const PICTURES = 10;

const PATH = '/demo/recordings/';
/** What the segments of `keyed` are locked by. */
const KEY = Buffer.alloc(16, 7);
const SEGMENT_LENGTH = 4;
/** Where the LIVE broke off and went on, in seconds. */
export const RECONNECTED = 12;

/** The names of a recording's segments: from a place on those of another one. */
function names(first: string, then = first, from = RECONNECTED / SEGMENT_LENGTH): string[] {
  const count = RECORDING_LENGTH / SEGMENT_LENGTH;
  return Array.from({ length: count }, (_, place) => `${place < from ? first : then}-${place}.ts`);
}

interface Shape {
  /** What each segment is said to last. */
  readonly said?: number;
  /** Lines before a segment. */
  readonly before?: (place: number) => string;
  readonly folder?: string;
  readonly ended?: boolean;
}

function playlist(
  segments: readonly string[],
  { said = SEGMENT_LENGTH, before = () => '', folder = '', ended = true }: Shape = {},
): string {
  const lines = segments.map(
    (name, place) => `${before(place)}#EXTINF:${said.toFixed(1)},\n${folder}${name}\n`,
  );
  const head = '#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:5\n#EXT-X-MEDIA-SEQUENCE:0\n';
  const kind = ended ? '#EXT-X-PLAYLIST-TYPE:VOD\n' : '';
  return `${head}${kind}${lines.join('')}${ended ? '#EXT-X-ENDLIST\n' : ''}`;
}

const only = (at: number, line: string) => (place: number) => (place === at ? `${line}\n` : '');
const date = (second: number): string =>
  `#EXT-X-PROGRAM-DATE-TIME:${new Date(Date.UTC(2026, 0, 1) + second * 1000).toISOString()}\n`;
const film = names('film');

/** What real recordings do to a player, one playlist each. */
const playlists = {
  /** Nothing is wrong with it. */
  whole: playlist(film),
  /** The same, sent compressed. */
  gzip: playlist(film),
  /** After a reconnect the clock is three seconds ahead, a fifth of a second behind, or at zero again; nothing says so. */
  later: playlist(names('film', 'later')),
  back: playlist(names('film', 'back')),
  anew: playlist(names('film', 'anew')),
  /** The clock is at zero again and the playlist says when each part was on air: 40 seconds are left out. */
  dated: playlist(names('film', 'anew'), {
    before: (place) =>
      place < 3
        ? date(place * SEGMENT_LENGTH)
        : `${place === 3 ? '#EXT-X-DISCONTINUITY\n' : ''}${date(place * SEGMENT_LENGTH + 40)}`,
  }),
  /** As if the LIVE still ran. */
  endless: playlist(film, { ended: false }),
  /** Each segment is said to last longer than it does. */
  longer: playlist(film, { said: 4.3 }),
  /** Its sound begins before its first picture. */
  sound: playlist(names('sound')),
  /** A part was never kept; the playlist says so, or doesn't. */
  gap: playlist(film.with(3, 'none-3.ts'), { before: only(3, '#EXT-X-GAP') }),
  hole: playlist(film.with(3, 'none-3.ts')),
  /** The playlist may be read, its segments lie on another host and may not. */
  elsewhere: playlist(film, { folder: `https://${CLOSED_HOST}${PATH}` }),
  /** Locked by a key that whoever may read the playlist may read too. */
  keyed: playlist(names('keyed'), { before: only(0, '#EXT-X-KEY:METHOD=AES-128,URI="key"') }),
  /** Locked for another kind of player. */
  locked: playlist(film, {
    before: only(
      0,
      '#EXT-X-KEY:METHOD=SAMPLE-AES,URI="skd://demo",KEYFORMAT="com.apple.streamingkeydelivery"',
    ),
  }),
} as const;

/** What a recording does to a player, by its name. */
export type RecordingName = keyof typeof playlists;

/** The address of a recording; `host` is any one that leads to the demo. */
export function recordingAddress(
  name: RecordingName,
  host: string,
  query: Readonly<Record<string, string>> = {},
): string {
  const asked = new URLSearchParams(query).toString();
  return `https://${host}${PATH}${name}.m3u8${asked === '' ? '' : `?${asked}`}`;
}

const isName = (name: string): name is RecordingName => Object.hasOwn(playlists, name);

/** Serves /demo/recordings/NAME.m3u8 and the segments that it names. See README.md. */
export function recordings({ path, host }: DemoRequest): DemoAnswer {
  const file = path.slice(PATH.length);
  const shared: Record<string, string> =
    host === CLOSED_HOST ? {} : { 'access-control-allow-origin': '*' };
  const name = file.replace(/\.m3u8$/, '');
  if (isName(name)) {
    const headers = { ...shared, 'content-type': 'application/vnd.apple.mpegurl' };
    const body = playlists[name];
    return name === 'gzip'
      ? { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body) }
      : { status: 200, headers, body };
  }
  if (file === 'key') return { status: 200, headers: shared, body: KEY };
  if (!/^[a-z]+-\d\.ts$/.test(file) || file.startsWith('none')) {
    return plain(404, 'There is no such segment.', shared);
  }
  return {
    status: 200,
    headers: { ...shared, 'content-type': 'video/mp2t' },
    body: file.startsWith('keyed') ? keyed(file) : segment(file),
  };
}

const segment = (file: string): Buffer =>
  readFileSync(join(import.meta.dirname, file.replace(/ts$/, 'mpegts')));

/** A segment of `sound`, locked: where a playlist says no start for the key, that is the segment's number. */
function keyed(file: string): Buffer {
  const start = Buffer.alloc(KEY.length);
  start.writeUInt8(Number(/\d/.exec(file)?.[0]), KEY.length - 1);
  const cipher = createCipheriv('aes-128-cbc', KEY, start);
  return Buffer.concat([cipher.update(segment(file.replace('keyed', 'sound'))), cipher.final()]);
}
