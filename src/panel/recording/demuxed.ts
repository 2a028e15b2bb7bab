import {
  BufferSource,
  type EncodedPacket,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MP4,
  MPEG_TS,
} from 'mediabunny';

/** A picture that is decoded without any other. */
export interface KeyPicture {
  /** Seconds since the first picture of what it was found in. */
  readonly at: number;
  /** False where it is to be turned before it is shown, as a phone's may be. */
  readonly isUpright: boolean;
  readonly config: VideoDecoderConfig;
  readonly packet: EncodedPacket;
}

/** Encoded sound. */
export interface EncodedSound {
  readonly config: AudioDecoderConfig;
  readonly packets: readonly EncodedPacket[];
}

/** What was found in a piece of a recording. */
export interface Demuxed {
  /** Undefined where a picture wasn't found whole. */
  readonly pictures: readonly (KeyPicture | undefined)[];
  readonly sound?: EncodedSound;
}

/** What is looked for. */
export interface Looked {
  /** Seconds since the first picture, each answered by the key picture that is seen then or begins first after it. */
  readonly pictures: readonly number[];
  readonly sound: boolean;
  /** Whether the bytes are all of a piece, or more of it may follow. */
  readonly isWhole: boolean;
}

/** Finds key pictures and sound in the bytes of a segment, in MPEG-TS or in MP4; throws where they are neither. */
export async function demuxed(bytes: Uint8Array, looked: Looked): Promise<Demuxed> {
  const input = new Input({ source: new BufferSource(bytes), formats: [MPEG_TS, MP4] });
  try {
    const pictures = await picturesOf(await input.getPrimaryVideoTrack(), looked);
    const sound = looked.sound ? await soundOf(await input.getPrimaryAudioTrack()) : undefined;
    return { pictures, ...(sound === undefined ? {} : { sound }) };
  } finally {
    input.dispose();
  }
}

async function picturesOf(
  track: InputVideoTrack | null,
  { pictures, isWhole }: Looked,
): Promise<Demuxed['pictures']> {
  const config = await track?.getDecoderConfig();
  if (track === null || config == null) return pictures.map(() => undefined);
  const first = await track.getFirstTimestamp();
  const isUpright = (await track.getRotation()) === 0;
  const sink = new EncodedPacketSink(track);
  const found: (KeyPicture | undefined)[] = [];
  for (const at of pictures) {
    const packet = await wholeKey(sink, first + at, isWhole);
    found.push(packet && { at: packet.timestamp - first, isUpright, config, packet });
  }
  return found;
}

/** A key picture of which nothing is missing: another picture begins behind it, or nothing can. */
async function wholeKey(
  sink: EncodedPacketSink,
  at: number,
  isWhole: boolean,
): Promise<EncodedPacket | undefined> {
  const packet = (await sink.getKeyPacket(at)) ?? (await sink.getFirstKeyPacket());
  if (packet === null) return undefined;
  if (isWhole || (await sink.getNextPacket(packet, { metadataOnly: true })) !== null) return packet;
  return undefined;
}

async function soundOf(track: InputAudioTrack | null): Promise<EncodedSound | undefined> {
  const config = await track?.getDecoderConfig();
  if (track === null || config == null) return undefined;
  const packets: EncodedPacket[] = [];
  for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet);
  return packets.length === 0 ? undefined : { config, packets };
}
