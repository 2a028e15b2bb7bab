import { filmAt, type SampleFilm } from '../../sources/sample/film/address.ts';
import { drawScene, FILM_HEIGHT, FILM_WIDTH } from '../../sources/sample/film/scene.ts';
import type { DrawingOrder, DrawingReply } from '../recording/draw-pictures.ts';
import { isOfAddress, type PlayTrouble } from '../replay/trouble.ts';

/** What pictures are asked of. */
export interface PicturesAsked extends Omit<DrawingOrder, 'kind'> {
  /** Asks where the recording is to be had now. */
  readonly where: () => Promise<string | undefined>;
  readonly signal: AbortSignal;
  /** Called with each picture as it comes. */
  readonly show: (at: number, picture: ImageBitmap) => void;
}

/** Of a film's loop of five seconds one is as good as any other. */
const LOOP_SECONDS = 5;

/** Draws pictures of a recording in a thread of its own; tells what is the matter where no more can be read. */
export async function recordingPictures(asked: PicturesAsked): Promise<PlayTrouble | undefined> {
  const film = filmAt(asked.url);
  if (film !== undefined) return drawFilm(film, asked);
  const trouble = await drawInThread(asked);
  if (trouble === undefined || !isOfAddress(trouble) || asked.signal.aborted) return trouble;
  const url = await asked.where();
  return url === undefined ? trouble : drawInThread({ ...asked, url });
}

function drawInThread({
  url,
  at,
  every,
  signal,
  show,
}: PicturesAsked): Promise<PlayTrouble | undefined> {
  // A signal that was given before tells nothing any more.
  if (signal.aborted) return Promise.resolve(undefined);
  const thread = new Worker(new URL('../recording/measuring.worker.ts', import.meta.url), {
    type: 'module',
  });
  return new Promise((resolve) => {
    const end = (trouble?: PlayTrouble): void => {
      thread.terminate();
      resolve(trouble);
    };
    signal.addEventListener('abort', () => end());
    thread.onerror = () => end({ kind: 'unplayable' });
    thread.onmessage = ({ data }: MessageEvent<DrawingReply>) => {
      if (data.kind === 'drawn') end(data.trouble);
      else show(data.at, data.picture);
    };
    const order: DrawingOrder = { kind: 'draw', url, at, every };
    thread.postMessage(order);
  });
}

async function drawFilm(
  film: SampleFilm,
  { at, signal, show }: PicturesAsked,
): Promise<PlayTrouble | undefined> {
  for (const second of at) {
    const paper = new OffscreenCanvas(FILM_WIDTH, FILM_HEIGHT);
    const canvas = paper.getContext('2d');
    if (canvas === null || signal.aborted) break;
    drawScene(canvas, film, (second % LOOP_SECONDS) / LOOP_SECONDS);
    show(second, await createImageBitmap(paper));
  }
  return undefined;
}
