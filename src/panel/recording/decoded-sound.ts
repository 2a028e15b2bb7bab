import type { EncodedSound } from './demuxed.ts';

/** Sound as it is heard. */
export interface DecodedSound {
  /** Samples a second. */
  readonly rate: number;
  /** Samples, 1 for full scale, an array a channel. */
  readonly channels: readonly Float32Array[];
}

/** So many packets wait for the decoder at most. */
const MOST_WAITING = 32;

/** Decodes a stretch of sound; undefined where the browser can't, or nothing came of it. */
export async function decodedSound({
  config,
  packets,
}: EncodedSound): Promise<DecodedSound | undefined> {
  const parts: Float32Array[][] = [];
  let rate = 0;
  let wake = (): void => undefined;
  const decoder = new AudioDecoder({
    output: (data) => {
      rate = data.sampleRate;
      parts.push(channelsOf(data));
      data.close();
    },
    error: () => wake(),
  });
  decoder.addEventListener('dequeue', () => wake());
  /** Waits until a packet is taken, or the decoder breaks down, which is heard of when it is asked again. */
  const untilTaken = (): Promise<void> =>
    new Promise((taken) => {
      wake = taken;
    });
  try {
    decoder.configure(config);
    for (const packet of packets) {
      if (decoder.decodeQueueSize >= MOST_WAITING) await untilTaken();
      decoder.decode(packet.toEncodedAudioChunk());
    }
    await decoder.flush();
  } catch {
    return undefined;
  } finally {
    if (decoder.state !== 'closed') decoder.close();
  }
  const [first] = parts;
  if (first === undefined) return undefined;
  return { rate, channels: first.map((_, channel) => oneAfterAnother(parts, channel)) };
}

function channelsOf(data: AudioData): Float32Array[] {
  return Array.from({ length: data.numberOfChannels }, (_, planeIndex) => {
    const samples = new Float32Array(data.numberOfFrames);
    data.copyTo(samples, { planeIndex, format: 'f32-planar' });
    return samples;
  });
}

function oneAfterAnother(parts: readonly Float32Array[][], channel: number): Float32Array {
  const pieces = parts.map((part) => part[channel] ?? new Float32Array());
  const all = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
