import type { SamplingPlan } from '../../metrics/recording/measures.ts';
import type { PlayTrouble } from '../replay/trouble.ts';
import { type Demuxed, demuxed } from './demuxed.ts';
import { type HostBytes, joinedBytes } from './host-bytes.ts';
import { type BytePlace, type Playlist, type RecordedSegment, readPlaylist } from './playlist.ts';
import type { OpenedRecording, Piece, PieceRead } from './recording-source.ts';
import { samplesOf } from './sampling.ts';
import { type StreamClock, streamClock } from './stream-clock.ts';

/** As much of a segment as nearly always holds its first key picture. Source: trials; 192 KiB were enough there, 128 weren't. */
const PREFIX = 256 * 1024;
/** Bytes a second where a host doesn't tell how large its files are. Chosen by us: phones send 1 to 3 Mbit/s. */
const USUAL_RATE = 200_000;
/** Playlists that lead to others. */
const MOST_TURNS = 3;

/** A piece that is a segment of a playlist. */
interface SegmentPiece extends Piece {
  readonly segment: RecordedSegment;
}

/** Opens the recording that a playlist tells of. */
export async function openStream(
  address: string,
  plan: SamplingPlan,
  host: HostBytes,
): Promise<OpenedRecording> {
  const found = await playlistAt(address, host);
  if (found.kind === 'trouble') return { ok: false, trouble: found.trouble };
  const { segments, isLocked } = found;
  if (isLocked) return { ok: false, trouble: { kind: 'encrypted' } };
  const pieces = samplesOf(segments, plan).map(
    ({ stretch, sample }): SegmentPiece => ({
      start: stretch.start,
      length: stretch.length,
      sample,
      segment: stretch,
    }),
  );
  if (pieces.length === 0) return { ok: false, trouble: { kind: 'unplayable' } };
  const clock = streamClock(segments);
  const filed = filesOf(host);
  const bySpan = new Map(pieces.map((piece) => [piece.start, piece]));
  return {
    ok: true,
    recording: {
      plan,
      pieces,
      course: clock.course,
      received: host.received,
      read: async ({ start }) => {
        const piece = bySpan.get(start);
        if (piece === undefined || piece.segment.isGap) return { kind: 'left', reason: 'missing' };
        return readSegment(piece, { host, clock, filed });
      },
      weight: (some) =>
        weightOf(
          host,
          some.flatMap(({ start }) => bySpan.get(start) ?? []),
        ),
    },
  };
}

/** Whether only a part of a segment is read at first: one that is locked can be unlocked only whole. */
const isByPrefix = ({ sample, segment }: SegmentPiece): boolean =>
  !sample.sound && sample.pictures.length === 1 && segment.key === undefined;

/** What segments are read with. */
interface Reading {
  readonly host: HostBytes;
  readonly clock: StreamClock;
  readonly filed: Files;
}

async function readSegment(
  piece: SegmentPiece,
  { host, clock, filed }: Reading,
): Promise<PieceRead> {
  const { segment, sample, start } = piece;
  const head = segment.init === undefined ? new Uint8Array() : await filed.of(segment.init);
  if (!(head instanceof Uint8Array)) return stopOrLeave(head);
  const byPrefix = isByPrefix(piece);
  const key = segment.key && (await filed.of({ url: segment.key.url }));
  if (key !== undefined && !(key instanceof Uint8Array)) return stopOrLeave(key);
  // Of a segment that is read in part the first key picture is near enough.
  const pictures = byPrefix ? [0] : sample.pictures.map((at) => at - start);
  let bytes = joinedBytes([head]);
  for (let skip = 0, most = PREFIX; ; skip += most, most = skip) {
    const answer = await host.read(segment, skip, byPrefix ? most : undefined);
    if (!answer.ok) return stopOrLeave(answer.trouble);
    const open = key === undefined ? answer.bytes : await unlocked(answer.bytes, key, segment);
    if (open === undefined) return { kind: 'stopped', trouble: { kind: 'encrypted' } };
    bytes = joinedBytes([bytes, open]);
    const isWhole = answer.isEnd || !byPrefix;
    const found = await foundIn(bytes, { pictures, sound: sample.sound, isWhole });
    const lacks = found === undefined || found.pictures.includes(undefined);
    if (isWhole || !lacks) {
      if (found === undefined) return { kind: 'left', reason: 'unreadable' };
      return { kind: 'read', found, at: clock.at(segment, bytes, isWhole) };
    }
  }
}

async function foundIn(
  bytes: Uint8Array,
  looked: Parameters<typeof demuxed>[1],
): Promise<Demuxed | undefined> {
  try {
    return await demuxed(bytes, looked);
  } catch {
    return undefined;
  }
}

/** What isn't at its place is left out; what the host refuses, or doesn't answer, ends the reading. */
const stopOrLeave = (trouble: PlayTrouble): PieceRead =>
  trouble.kind === 'missing' || trouble.kind === 'too-large'
    ? { kind: 'left', reason: trouble.kind }
    : { kind: 'stopped', trouble };

/** Small files that many segments need: heads and keys. Each is read once. */
interface Files {
  readonly of: (place: BytePlace) => Promise<Uint8Array<ArrayBuffer> | PlayTrouble>;
}

function filesOf(host: HostBytes): Files {
  const known = new Map<string, ReturnType<Files['of']>>();
  const read: Files['of'] = async (place) => {
    const answer = await host.read(place);
    return answer.ok ? answer.bytes : answer.trouble;
  };
  return {
    of: (place) => {
      const name = JSON.stringify(place);
      const reading = known.get(name) ?? read(place);
      known.set(name, reading);
      return reading;
    },
  };
}

/** The bytes of a segment that was locked by a key; undefined where it is the wrong one. */
async function unlocked(
  bytes: Uint8Array<ArrayBuffer>,
  key: Uint8Array<ArrayBuffer>,
  { key: lock }: RecordedSegment,
): Promise<Uint8Array | undefined> {
  try {
    const opener = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['decrypt']);
    const how = { name: 'AES-CBC', iv: lock?.start ?? new Uint8Array(16) };
    return new Uint8Array(await crypto.subtle.decrypt(how, opener, bytes));
  } catch {
    return undefined;
  }
}

type Found =
  | Extract<Playlist, { readonly kind: 'segments' }>
  | { readonly kind: 'trouble'; readonly trouble: PlayTrouble };

async function playlistAt(address: string, host: HostBytes): Promise<Found> {
  let url = address;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const answer = await host.read({ url });
    if (!answer.ok) return { kind: 'trouble', trouble: answer.trouble };
    const playlist = readPlaylist(new TextDecoder().decode(answer.bytes), url);
    if (playlist === undefined) break;
    if (playlist.kind === 'segments') return playlist;
    const [first] = playlist.urls;
    if (first === undefined) break;
    url = first;
  }
  return { kind: 'trouble', trouble: { kind: 'unplayable' } };
}

/** Asks for the size of a segment from the middle, and takes each of the others to be as large a second. */
async function weightOf(host: HostBytes, pieces: readonly SegmentPiece[]): Promise<number> {
  const unknown = pieces.filter(({ segment }) => segment.range === undefined && !segment.isGap);
  const middle = unknown[Math.floor(unknown.length / 2)];
  const asked = middle && (await host.read(middle.segment, 0, 1));
  const size = asked?.ok === true ? asked.size : undefined;
  const rate = middle === undefined || size === undefined ? USUAL_RATE : size / middle.length;
  return pieces.reduce((sum, piece) => {
    const all = piece.segment.range?.length ?? rate * piece.length;
    return sum + (isByPrefix(piece) ? Math.min(PREFIX, all) : all);
  }, 0);
}
