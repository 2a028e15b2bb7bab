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
  const airedAt = Date.parse(segments[0]?.date ?? '');
  const heads = new Map<string, Promise<Uint8Array | PlayTrouble>>();
  const headOf = (init: BytePlace | undefined): Promise<Uint8Array | PlayTrouble> => {
    if (init === undefined) return Promise.resolve(new Uint8Array());
    const name = JSON.stringify(init);
    const known = heads.get(name) ?? readAll(host, init);
    heads.set(name, known);
    return known;
  };
  const bySpan = new Map(pieces.map((piece) => [piece.start, piece]));
  return {
    ok: true,
    recording: {
      plan,
      pieces,
      course: clock.course,
      ...(Number.isNaN(airedAt) ? {} : { airedAt }),
      received: host.received,
      read: async ({ start }) => {
        const piece = bySpan.get(start);
        if (piece === undefined || piece.segment.isGap) return { kind: 'left', reason: 'missing' };
        const head = await headOf(piece.segment.init);
        return head instanceof Uint8Array
          ? readSegment(host, clock, piece, head)
          : stopOrLeave(head);
      },
      weight: (some) =>
        weightOf(
          host,
          some.flatMap(({ start }) => bySpan.get(start) ?? []),
        ),
    },
  };
}

/** Whether only a part of a segment is read at first. */
const isByPrefix = ({ sample }: Piece): boolean => !sample.sound && sample.pictures.length === 1;

async function readSegment(
  host: HostBytes,
  clock: StreamClock,
  piece: SegmentPiece,
  head: Uint8Array,
): Promise<PieceRead> {
  const { segment, sample, start } = piece;
  const byPrefix = isByPrefix(piece);
  // Of a segment that is read in part the first key picture is near enough.
  const pictures = byPrefix ? [0] : sample.pictures.map((at) => at - start);
  let bytes = joinedBytes([head]);
  for (let skip = 0, most = PREFIX; ; skip += most, most = skip) {
    const answer = await host.read(segment, skip, byPrefix ? most : undefined);
    if (!answer.ok) return stopOrLeave(answer.trouble);
    bytes = joinedBytes([bytes, answer.bytes]);
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

async function readAll(host: HostBytes, place: BytePlace): Promise<Uint8Array | PlayTrouble> {
  const answer = await host.read(place);
  return answer.ok ? answer.bytes : answer.trouble;
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
