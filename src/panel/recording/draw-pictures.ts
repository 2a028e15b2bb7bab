import { seconds } from '../../metrics/time.ts';
import type { PlayTrouble } from '../replay/trouble.ts';
import { pictureDecoder } from './decoded-picture.ts';
import { openHosted } from './open-hosted.ts';

/** Asks the measuring thread for pictures of a recording. */
export interface DrawingOrder {
  readonly kind: 'draw';
  readonly url: string;
  /** Seconds of the recording. */
  readonly at: readonly number[];
  /** Every so many seconds there is one to choose from: those that were measured. */
  readonly every: number;
}

/** What it answers: each picture as it comes, and at the end why there aren't more, where something was the matter. */
export type DrawingReply =
  | { readonly kind: 'picture'; readonly at: number; readonly picture: ImageBitmap }
  | { readonly kind: 'drawn'; readonly trouble?: PlayTrouble };

/** As wide as they are made, for screens of two pixels a point. */
const WIDTH = 148;

/**
 * Draws pictures of a recording at some of its seconds, each from the key picture nearest to it among those that are
 * measured: about 256 KiB are read for one. Nothing is kept.
 */
export async function drawPictures(
  { url, at, every }: DrawingOrder,
  show: (at: number, picture: ImageBitmap) => void,
): Promise<PlayTrouble | undefined> {
  // Of no sound anything is read.
  const plan = { pictureEvery: seconds(Math.max(1, every)), soundEvery: seconds(0) };
  const opened = await openHosted(url, plan);
  if (!opened.ok) return opened.trouble;
  const { recording } = opened;
  const decoder = pictureDecoder();
  try {
    for (const second of at) {
      const [piece] = recording.pieces.toSorted(
        (a, b) => Math.abs(a.start - second) - Math.abs(b.start - second),
      );
      const read = piece && (await recording.read(piece));
      if (read?.kind === 'stopped') return read.trouble;
      const found = read?.kind === 'read' ? read.found.pictures.find((one) => one) : undefined;
      const decoded = found && (await decoder.decode(found));
      if (decoded === undefined) continue;
      const { bytes, format, width, height, layout } = decoded;
      const frame = new VideoFrame(bytes, {
        format,
        codedWidth: width,
        codedHeight: height,
        timestamp: 0,
        layout: [...layout],
      });
      try {
        const picture = await createImageBitmap(frame, {
          resizeWidth: WIDTH,
          resizeQuality: 'medium',
        });
        show(second, picture);
      } finally {
        frame.close();
      }
    }
    return undefined;
  } finally {
    decoder.close();
  }
}
