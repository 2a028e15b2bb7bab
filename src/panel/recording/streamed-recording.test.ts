import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seconds } from '../../metrics/time.ts';
import { streamTimes } from '../replay/hls/stream-times.ts';
import { hostBytes, joinedBytes } from './host-bytes.ts';
import type { OpenRecording } from './recording-source.ts';
import { openStream } from './streamed-recording.ts';

/** Each segment of the demo's recordings lasts four seconds. */
const plan = { pictureEvery: seconds(4), soundEvery: seconds(8) };

interface Serving {
  /** Whether the host knows byte ranges. */
  readonly ranges?: boolean;
  /** The segment behind whose first picture much follows that is none. */
  readonly padded?: string;
  /** What it answers in place of a file. */
  readonly instead?: (path: string) => Response | undefined;
}

/** Segments of the demo's recordings; see the README beside them. */
const FILES = join(import.meta.dirname, '../../demo/recordings');
const HOST = 'media.example';
const segments = (name: string): string[] =>
  Array.from({ length: 6 }, (_, place) => `#EXTINF:4.0,\n${name}-${place}.ts`);
const withLine = (line: string, file: string): string[] =>
  segments('film').toSpliced(3, 1, `${line}#EXTINF:4.0,\n${file}`);
const playlists = {
  sound: segments('sound'),
  whole: segments('film'),
  gap: withLine('#EXT-X-GAP\n', 'none-3.ts'),
  hole: withLine('', 'none-3.ts'),
  keyed: ['#EXT-X-KEY:METHOD=AES-128,URI="key"', ...segments('sound')],
  locked: ['#EXT-X-KEY:METHOD=SAMPLE-AES,URI="skd://key"', ...segments('film')],
};
type RecordingName = keyof typeof playlists;
const isName = (name: string): name is RecordingName => Object.hasOwn(playlists, name);

function fileOf(name: string): Uint8Array<ArrayBuffer> | undefined {
  const list = name.replace('.m3u8', '');
  if (isName(list)) return new TextEncoder().encode(['#EXTM3U', ...playlists[list]].join('\n'));
  const path = join(FILES, name.replace(/ts$/, 'mpegts'));
  return existsSync(path) ? new Uint8Array(readFileSync(path)) : undefined;
}

/** A transport stream with 400 kB of empty packets before the second picture. */
function padding(stream: Uint8Array): Uint8Array<ArrayBuffer> {
  const packets = Array.from({ length: stream.length / 188 }, (_, place) =>
    stream.subarray(place * 188, (place + 1) * 188),
  );
  const begins = packets.flatMap((packet, place) =>
    streamTimes(packet) === undefined ? [] : [place],
  );
  const empty = new Uint8Array(188).fill(0xff);
  empty.set([0x47, 0x1f, 0xff, 0x10]);
  const fill = new Array<Uint8Array>(Math.ceil(400_000 / 188)).fill(empty);
  return joinedBytes(packets.toSpliced(begins[1] ?? 0, 0, ...fill));
}

/** A host of recordings, with what it was asked for. */
function served({ ranges = true, padded, instead = () => undefined }: Serving = {}) {
  const asked: string[] = [];
  const fetching: typeof fetch = async (input, init) => {
    const name = new URL(String(input)).pathname.slice(1);
    const range = new Headers(init?.headers).get('range');
    asked.push(range === null ? name : `${name} ${range}`);
    const other = instead(name);
    if (other !== undefined) return other;
    const file = fileOf(name);
    const bytes = name === padded && file !== undefined ? padding(file) : file;
    if (bytes === undefined) return new Response('', { status: 404 });
    const [, first = '0', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
    if (range === null || !ranges) return new Response(bytes);
    const from = Number(first);
    const to = last === '' ? bytes.length - 1 : Math.min(Number(last), bytes.length - 1);
    if (from >= bytes.length) return new Response(null, { status: 416 });
    return new Response(bytes.slice(from, to + 1), {
      status: 206,
      headers: { 'content-range': `bytes ${from}-${to}/${bytes.length}` },
    });
  };
  return { asked, host: hostBytes(fetching) };
}

const addressOf = (name: RecordingName): string => `https://${HOST}/${name}.m3u8`;

async function opened(name: RecordingName, host = served().host): Promise<OpenRecording> {
  const found = await openStream(addressOf(name), plan, host);
  if (!found.ok) throw new Error(found.trouble.kind);
  return found.recording;
}

describe('a recording that is streamed', () => {
  it('is read by the first bytes of a segment for a picture, and whole for its sound', async () => {
    const { asked, host } = served();
    const recording = await opened('sound', host);
    expect(recording.pieces.map(({ sample }) => sample.sound)).toEqual([
      ...[true, false, true, false, true, false],
    ]);
    const [first, second] = await Promise.all(recording.pieces.slice(0, 2).map(recording.read));
    expect(first).toMatchObject({ kind: 'read', found: { pictures: [{ at: 0 }] } });
    expect(first?.kind === 'read' && first.found.sound?.packets.length).toBeGreaterThan(30);
    expect(second).toMatchObject({ kind: 'read', found: { pictures: [{ at: 0 }] } });
    expect(second?.kind === 'read' && second.found.sound).toBeUndefined();
    expect(asked).toEqual(['sound.m3u8', 'sound-0.ts', 'sound-1.ts bytes=0-262143']);
    // What was read is counted, and what is ahead was told.
    const files = [14_852, 14_288];
    expect(recording.received()).toBeGreaterThan(files[0] ?? 0);
    expect(await recording.weight(recording.pieces.slice(0, 1))).toBe(files[0]);
  });

  it('is read on where no other picture begins in the first bytes of a segment', async () => {
    const { asked, host } = served({
      padded: 'sound-1.ts',
    });
    const recording = await opened('sound', host);
    const [, second] = recording.pieces;
    expect(second && (await recording.read(second))).toMatchObject({
      kind: 'read',
      found: { pictures: [{ at: 0 }] },
    });
    expect(asked.slice(1)).toEqual(['sound-1.ts bytes=0-262143', 'sound-1.ts bytes=262144-524287']);
  });

  it('is read from a host that knows no byte ranges', async () => {
    const recording = await opened('sound', served({ ranges: false }).host);
    const [, second] = recording.pieces;
    expect(second && (await recording.read(second))).toMatchObject({
      kind: 'read',
      found: { pictures: [{ at: 0 }] },
    });
  });

  it('is read on behind what isn’t there, whether its playlist says so or not', async () => {
    for (const name of ['gap', 'hole'] as const) {
      const { asked, host } = served();
      const recording = await opened(name, host);
      const kinds = await Promise.all(
        recording.pieces.map(async (piece) => (await recording.read(piece)).kind),
      );
      expect(kinds).toEqual(['read', 'read', 'read', 'left', 'read', 'read']);
      expect(asked.some((file) => file.startsWith('none'))).toBe(name === 'hole');
    }
  });

  it('is unlocked by a key that may be read, segment by segment', async () => {
    const key = new Uint8Array(16).fill(7);
    const opener = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['encrypt']);
    const iv = new Uint8Array(16);
    iv[15] = 1;
    const plain = fileOf('sound-1.ts') ?? new Uint8Array();
    const sent = new Uint8Array(
      await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, opener, plain),
    );
    const read = async (sentKey: Uint8Array<ArrayBuffer>) => {
      const { asked, host } = served({
        instead: (file) =>
          file === 'key'
            ? new Response(sentKey)
            : file === 'sound-1.ts'
              ? new Response(sent)
              : undefined,
      });
      const recording = await opened('keyed', host);
      const [, second] = recording.pieces;
      return { asked, second: second && (await recording.read(second)) };
    };
    const { asked, second } = await read(key);
    expect(second).toMatchObject({ kind: 'read', found: { pictures: [{ at: 0 }] }, at: 4 });
    expect(asked).toEqual(['keyed.m3u8', 'key', 'sound-1.ts']);
    expect((await read(new Uint8Array(16))).second).toEqual({
      kind: 'stopped',
      trouble: { kind: 'encrypted' },
    });
  });

  it('says what is the matter', async () => {
    const trouble = async (name: RecordingName, serving?: Serving) => {
      const found = await openStream(addressOf(name), plan, served(serving).host);
      if (!found.ok) return found.trouble;
      const [first] = found.recording.pieces;
      return first && found.recording.read(first);
    };
    const status = (code: number) => ({ instead: () => new Response('', { status: code }) });
    expect(await trouble('locked')).toEqual({ kind: 'encrypted' });
    expect(await trouble('whole', status(403))).toEqual({ kind: 'run-out' });
    expect(await trouble('whole', status(404))).toEqual({ kind: 'missing' });
    expect(await trouble('whole', status(500))).toEqual({
      kind: 'unreached',
      hosts: [HOST],
    });
    expect(await trouble('whole', { instead: () => new Response('<p>') })).toEqual({
      kind: 'unplayable',
    });
    const bySegments = (answer: Response) => ({
      instead: (file: string) => (file.endsWith('.ts') ? answer : undefined),
    });
    expect(await trouble('whole', bySegments(new Response('', { status: 403 })))).toEqual({
      kind: 'stopped',
      trouble: { kind: 'run-out' },
    });
    const large = new Response('', { headers: { 'content-length': '4000000000' } });
    expect(await trouble('whole', bySegments(large))).toEqual({
      kind: 'left',
      reason: 'too-large',
    });
    expect(await trouble('whole', bySegments(new Response('<p>')))).toEqual({
      kind: 'left',
      reason: 'unreadable',
    });
  });
});
