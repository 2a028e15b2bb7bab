import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { demuxed } from '../../../panel/recording/demuxed.ts';
import { openFile } from '../../../panel/recording/filed-recording.ts';
import { readPlaylist } from '../../../panel/recording/playlist.ts';
import { defaultPlan, samplesOf } from '../../../panel/recording/sampling.ts';
import { streamClock } from '../../../panel/recording/stream-clock.ts';
import { isLocked } from '../../../panel/replay/hls/locked.ts';
import { streamTimes } from '../../../panel/replay/hls/stream-times.ts';
import { loopedMp4 } from '../../../sources/sample/film/mp4.ts';
import { fuzzed } from '../fuzzed.ts';
import { spoiltBytes } from '../spoilt-bytes.ts';
import { spoiltText } from '../spoilt-text.ts';

const folder = join(import.meta.dirname, '../../../demo/recordings');
const streams = readdirSync(folder)
  .filter((name) => name.endsWith('.mpegts'))
  .map((name) => new Uint8Array(readFileSync(join(folder, name))));
const film = new Uint8Array(
  await loopedMp4(
    {
      pictures: [
        { bytes: new Uint8Array(400).fill(130), isKey: true },
        { bytes: new Uint8Array(90).fill(134), isKey: false },
      ],
      perSecond: 2,
      width: 90,
      height: 160,
    },
    20,
  ).arrayBuffer(),
);

const address = 'https://v.example.com/a/replay.m3u8';
const playlists = [
  readFileSync(join(folder, '../media/replay.m3u8'), 'utf8').split('\n').slice(0, 60).join('\n'),
  [
    '#EXTM3U',
    '#EXT-X-MEDIA-SEQUENCE:7',
    '#EXT-X-MAP:URI="head.mp4",BYTERANGE="800@0"',
    '#EXT-X-KEY:METHOD=AES-128,URI="key.bin",IV=0x00000000000000000000000000000001',
    '#EXTINF:4.000,',
    '#EXT-X-BYTERANGE:1000@0',
    'a.ts',
    '#EXT-X-DISCONTINUITY',
    '#EXT-X-PROGRAM-DATE-TIME:2026-06-11T02:00:00Z',
    '#EXTINF:4.0,title',
    'https://v.example.com/b.ts',
    '#EXT-X-GAP',
    '#EXTINF:2.5,',
    'c.ts',
    '#EXT-X-ENDLIST',
  ].join('\n'),
  ['#EXTM3U', '#EXT-X-STREAM-INF:BANDWIDTH=1280000', 'low/index.m3u8', ''].join('\n'),
];
const lengths = ['1e300', 'Infinity', 'NaN', '-4', '0', '0x10', '99999999', '9'.repeat(400), ''];

/** Longer no recording of a LIVE is, in seconds. */
const LONGEST = 7 * 24 * 60 * 60;

export const recordingReaders = [
  fuzzed({
    name: 'playlists',
    reads: [
      'panel/recording/playlist.ts',
      'panel/recording/sampling.ts',
      'panel/replay/hls/locked.ts',
    ],
    share: 8,
    inputs: fc.oneof(
      spoiltText(fc.constantFrom(...playlists)),
      fc
        .record({
          playlist: fc.constantFrom(...playlists),
          at: fc.nat(),
          by: fc.constantFrom(...lengths),
        })
        .map(({ playlist, at, by }) => {
          const numbers = [...playlist.matchAll(/(?<=[:@,])[\d.]+/g)];
          const found = numbers[at % Math.max(1, numbers.length)];
          return found === undefined
            ? playlist
            : playlist.slice(0, found.index) + by + playlist.slice(found.index + found[0].length);
        }),
    ),
    read: (text) => {
      const playlist = readPlaylist(text, address);
      const segments = playlist?.kind === 'segments' ? playlist.segments : [];
      return { playlist, samples: samplesOf(segments, defaultPlan), locked: isLocked(text) };
    },
    wrong: ({ playlist, samples }) => {
      if (playlist === undefined) return undefined;
      const places =
        playlist.kind === 'variants' ? playlist.urls : playlist.segments.map(({ url }) => url);
      if (!places.every((url) => url.startsWith('https:'))) return 'an address without encryption';
      if (playlist.kind === 'variants') return undefined;
      if (!(playlist.length >= 0 && playlist.length <= LONGEST)) return `${playlist.length} s long`;
      const numbers = playlist.segments.flatMap(({ start, length, range }) => [
        start,
        length,
        range?.from ?? 0,
        range?.length ?? 0,
      ]);
      if (!numbers.every((one) => Number.isFinite(one) && one >= 0)) return 'a time or a range';
      return samples.length > playlist.segments.length ? 'more samples than segments' : undefined;
    },
  }),
  fuzzed({
    name: 'clocks of streams',
    reads: ['panel/recording/stream-clock.ts', 'panel/replay/hls/stream-times.ts'],
    share: 4,
    inputs: spoiltBytes(fc.constantFrom(...streams)),
    read: (bytes) => {
      const clock = streamClock([
        { url: address, start: 0, length: 4, isGap: false, isNew: false },
        { url: address, start: 4, length: 4, isGap: false, isNew: false },
      ]);
      const segment = { url: address, start: 4, length: 4, isGap: false, isNew: false };
      const at = clock.at(segment, bytes, true);
      return { times: streamTimes(bytes), at, course: clock.course() };
    },
    wrong: ({ times, at, course }) => {
      const read = [times?.first ?? 0, times?.length ?? 0, at, course.length];
      return read.every(Number.isFinite) ? undefined : `read ${read.join(', ')}`;
    },
  }),
  fuzzed({
    name: 'pieces of recordings',
    reads: ['panel/recording/demuxed.ts'],
    share: 2,
    inputs: fc.record({
      bytes: spoiltBytes(fc.constantFrom(...streams, film)),
      isWhole: fc.boolean(),
    }),
    // It throws what no format knows, and who asks catches it.
    read: ({ bytes, isWhole }) =>
      demuxed(bytes, { pictures: [0, 2], sound: true, isWhole }).catch(() => undefined),
    wrong: (found) =>
      found === undefined || found.pictures.length === 2
        ? undefined
        : 'pictures that nobody asked for',
  }),
  fuzzed({
    name: 'recordings that are files',
    reads: ['panel/recording/filed-recording.ts'],
    share: 2,
    inputs: spoiltBytes(fc.constantFrom(film, ...streams)),
    read: async (bytes) => {
      const opened = await openFile(new Blob([bytes]), defaultPlan);
      if (!opened.ok) return undefined;
      const [piece] = opened.recording.pieces;
      const read = piece && (await opened.recording.read(piece));
      return { length: opened.recording.course().length, read };
    },
    wrong: (opened) =>
      opened === undefined || (opened.length > 0 && opened.length <= LONGEST)
        ? undefined
        : `${opened.length} s long`,
  }),
];
