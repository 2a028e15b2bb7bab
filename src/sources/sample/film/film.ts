import type { SampleFilm } from './address.ts';
import { type EncodedPicture, loopedMp4 } from './mp4.ts';
import { drawScene, FILM_HEIGHT, FILM_WIDTH } from './scene.ts';

const PER_SECOND = 8;
const LOOP_SECONDS = 5;
const MICROSECONDS = 1_000_000;
const BITS_PER_SECOND = 400_000;

/**
 * Draws and encodes the film of a simulated LIVE in the browser, in a fraction of a second. Rejects where the browser
 * has no encoder for VP9.
 */
export async function makeFilm(film: SampleFilm): Promise<Blob> {
  const pictures = await encoded((canvas, phase) => drawScene(canvas, film, phase));
  const loop = { pictures, perSecond: PER_SECOND, width: FILM_WIDTH, height: FILM_HEIGHT };
  return loopedMp4(loop, film.length);
}

async function encoded(
  draw: (canvas: OffscreenCanvasRenderingContext2D, phase: number) => void,
): Promise<readonly EncodedPicture[]> {
  const paper = new OffscreenCanvas(FILM_WIDTH, FILM_HEIGHT);
  const canvas = paper.getContext('2d');
  if (canvas === null) throw new Error('There is no canvas to draw on.');
  const pictures: EncodedPicture[] = [];
  let broken: unknown;
  const encoder = new VideoEncoder({
    output: (chunk) => {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      pictures.push({ bytes, isKey: chunk.type === 'key' });
    },
    error: (why) => {
      broken = why;
    },
  });
  encoder.configure({
    codec: 'vp09.00.10.08',
    width: FILM_WIDTH,
    height: FILM_HEIGHT,
    framerate: PER_SECOND,
    bitrate: BITS_PER_SECOND,
  });
  const count = PER_SECOND * LOOP_SECONDS;
  for (let place = 0; place < count; place += 1) {
    draw(canvas, place / count);
    const timestamp = (place / PER_SECOND) * MICROSECONDS;
    const frame = new VideoFrame(paper, { timestamp });
    encoder.encode(frame, { keyFrame: place === 0 });
    frame.close();
  }
  await encoder.flush();
  encoder.close();
  if (broken !== undefined) throw broken;
  return pictures;
}
