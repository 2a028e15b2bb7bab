import {
  BlobSource,
  type EncodedPacket,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  MPEG_TS,
  QTFF,
  type Source,
  UrlSource,
  WEBM,
} from 'mediabunny';
import type { SamplingPlan } from '../../metrics/recording/measures.ts';
import { seconds } from '../../metrics/time.ts';
import type { PlayTrouble } from '../replay/trouble.ts';
import type { EncodedSound, KeyPicture } from './demuxed.ts';
import type { OpenedRecording, Piece } from './recording-source.ts';
import { LONGEST_RECORDING, samplesOf } from './sampling.ts';
import { watchedHost } from './watched-host.ts';

/** How much is heard where the sound of a file is measured, in seconds: as long as a long segment. */
const HEARD = 10;
/** A picture that is sought may begin so much before its second, in seconds. */
const SAME = 0.001;
/** Tries at what a host doesn't send, and the seconds between them. */
const TRIES = 2;
const PAUSE = 1;
/** So much of a file is held in memory, in bytes: of one that isn't sent by parts no more can be read at all. */
const CACHE = 64 * 1024 * 1024;

/** Opens a recording that is a file of the seller's. */
export const openFile = (file: Blob, plan: SamplingPlan): Promise<OpenedRecording> =>
  openWhole(new BlobSource(file), plan);

/**
 * Opens a recording that is one file on a host.
 *
 * @param pause seconds before a host is asked again that sent nothing
 */
export function openHostedFile(
  url: string,
  plan: SamplingPlan,
  pause = PAUSE,
): Promise<OpenedRecording> {
  const host = watchedHost(url, CACHE);
  const source = new UrlSource(url, {
    requestInit: { credentials: 'omit', referrerPolicy: 'no-referrer' },
    // What a host refuses it refuses again.
    getRetryDelay: () =>
      host.inVain() < TRIES && host.trouble()?.kind === 'unreached' ? pause : null,
    fetchFn: host.fetch,
    maxCacheSize: CACHE,
  });
  return openWhole(source, plan, host.trouble);
}

/** @param hosted tells what is the matter with the host, if anything; left out for a file */
async function openWhole(
  source: Source,
  plan: SamplingPlan,
  hosted?: () => PlayTrouble | undefined,
): Promise<OpenedRecording> {
  let received = 0;
  if (hosted !== undefined) {
    source.on('read', ({ start, end }) => {
      received += end - start;
    });
  }
  const input = new Input({ source, formats: [MP4, QTFF, MPEG_TS, WEBM, MATROSKA] });
  try {
    if (!(await input.canRead())) return { ok: false, trouble: { kind: 'unplayable' } };
    const [video, sound] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
    const begins = await input.getFirstTimestamp();
    const ends = (await input.getDurationFromMetadata()) ?? (await input.computeDuration());
    const length = ends - begins;
    if (!(length > 0 && length <= LONGEST_RECORDING))
      return { ok: false, trouble: { kind: 'unplayable' } };
    const pieces = piecesOf(length, plan);
    const size = hosted === undefined ? 0 : ((await source.getSizeOrNull()) ?? 0);
    return {
      ok: true,
      recording: {
        plan,
        pieces,
        course: () => ({ length: seconds(length), breaks: [] }),
        received: () => received,
        weight: async (some) => size * Math.min(1, some.length / pieces.length),
        read: async (piece) => {
          try {
            const heard = piece.sample.sound
              ? await soundAt(sound, begins + piece.start)
              : undefined;
            const picture = await pictureIn(video, begins + piece.start, piece);
            const pictures = picture === undefined ? [] : [picture];
            const found = { pictures, ...(heard === undefined ? {} : { sound: heard }) };
            return { kind: 'read', found, at: piece.start };
          } catch {
            const trouble = hosted?.();
            return trouble === undefined
              ? { kind: 'left', reason: 'unreadable' }
              : { kind: 'stopped', trouble };
          }
        },
      },
    };
  } catch {
    return { ok: false, trouble: hosted?.() ?? { kind: 'unplayable' } };
  }
}

/** A file in stretches as long as its pictures lie apart. */
function piecesOf(length: number, plan: SamplingPlan): readonly Piece[] {
  const { pictureEvery } = plan;
  const stretches = Array.from({ length: Math.ceil(length / pictureEvery) }, (_, place) => ({
    start: place * pictureEvery,
    length: Math.min(pictureEvery, length - place * pictureEvery),
  }));
  return samplesOf(stretches, plan).map(({ stretch, sample }) => ({ ...stretch, sample }));
}

/** The first key picture of a piece; undefined where none begins within it. */
async function pictureIn(
  track: InputVideoTrack | null,
  at: number,
  { length }: Piece,
): Promise<KeyPicture | undefined> {
  const config = await track?.getDecoderConfig();
  if (track === null || config == null) return undefined;
  const sink = new EncodedPacketSink(track);
  const before = await sink.getKeyPacket(at, { metadataOnly: true });
  const isHere = before !== null && before.timestamp >= at - SAME;
  const packet = isHere ? await sink.getKeyPacket(at) : await keyBehind(sink, before);
  if (packet === null || packet.timestamp >= at + length) return undefined;
  const isUpright = (await track.getRotation()) === 0;
  return { at: packet.timestamp - at, isUpright, config, packet };
}

const keyBehind = (
  sink: EncodedPacketSink,
  before: EncodedPacket | null,
): Promise<EncodedPacket | null> =>
  before === null ? sink.getFirstKeyPacket() : sink.getNextKeyPacket(before);

async function soundAt(
  track: InputAudioTrack | null,
  at: number,
): Promise<EncodedSound | undefined> {
  const config = await track?.getDecoderConfig();
  if (track === null || config == null) return undefined;
  const sink = new EncodedPacketSink(track);
  const first = (await sink.getPacket(at)) ?? (await sink.getFirstPacket());
  if (first === null) return undefined;
  const packets: EncodedPacket[] = [];
  for await (const packet of sink.packets(first)) {
    if (packet.timestamp >= at + HEARD) break;
    packets.push(packet);
  }
  return packets.length === 0 ? undefined : { config, packets };
}
