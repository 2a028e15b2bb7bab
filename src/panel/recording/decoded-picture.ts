import type { DecodedPicture } from '../../metrics/recording/picture/decoded.ts';
import type { KeyPicture } from './demuxed.ts';

/** Decodes key pictures, one after another. */
export interface PictureDecoder {
  /** Undefined where the browser can't make a picture of it, or not one whose bytes may be read. */
  readonly decode: (picture: KeyPicture) => Promise<DecodedPicture | undefined>;
  readonly close: () => void;
}

/** A decoder of the browser's. One that broke down is left, and the next picture gets another one. */
export function pictureDecoder(): PictureDecoder {
  let decoder: VideoDecoder | undefined;
  let configured = '';
  let frames: VideoFrame[] = [];

  const close = (): void => {
    // Closing what broke down and so was closed by itself would throw.
    if (decoder !== undefined && decoder.state !== 'closed') decoder.close();
    decoder = undefined;
    for (const frame of frames) frame.close();
    frames = [];
  };

  const decoderOf = (config: VideoDecoderConfig): VideoDecoder => {
    const name = nameOf(config);
    if (decoder?.state === 'configured' && configured === name) return decoder;
    close();
    const made = new VideoDecoder({
      output: (frame) => frames.push(frame),
      error: () => undefined,
    });
    made.configure({ ...config, optimizeForLatency: true });
    configured = name;
    decoder = made;
    return made;
  };

  return {
    close,
    decode: async ({ config, packet }) => {
      try {
        const decoding = decoderOf(config);
        decoding.decode(packet.toEncodedVideoChunk());
        // Without it pictures that others are told from are held back.
        await decoding.flush();
        const [frame] = frames;
        return frame === undefined ? undefined : await copied(frame);
      } catch {
        close();
        return undefined;
      } finally {
        for (const frame of frames) frame.close();
        frames = [];
      }
    },
  };
}

/** The bytes of a picture without a canvas, which would hold hundreds of megabytes; undefined in another format. */
async function copied(frame: VideoFrame): Promise<DecodedPicture | undefined> {
  const { format, colorSpace, visibleRect } = frame;
  if ((format !== 'I420' && format !== 'NV12') || visibleRect === null) return undefined;
  const bytes = new Uint8Array(frame.allocationSize());
  const layout = await frame.copyTo(bytes);
  return {
    format,
    width: visibleRect.width,
    height: visibleRect.height,
    bytes,
    layout,
    fullRange: colorSpace.fullRange === true,
    matrix:
      colorSpace.matrix === 'smpte170m' || colorSpace.matrix === 'bt470bg' ? 'bt601' : 'bt709',
  };
}

function nameOf({ codec, codedWidth, codedHeight, description }: VideoDecoderConfig): string {
  const head = description === undefined ? [] : [...bytesOf(description)];
  return [codec, codedWidth, codedHeight, ...head].join(' ');
}

const bytesOf = (source: AllowSharedBufferSource): Uint8Array =>
  ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
