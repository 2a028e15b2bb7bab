import voiceProgram from '@echogarden/fvad-wasm/fvad.wasm?url';
import { openVoiceDetector } from '../../metrics/recording/sound/voice-detector.ts';
import { pictureDecoder } from './decoded-picture.ts';
import { type DrawingOrder, type DrawingReply, drawPictures } from './draw-pictures.ts';
import { openFile } from './filed-recording.ts';
import { pieceMeasurer } from './measure-pieces.ts';
import { measureRecording } from './measure-recording.ts';
import type { MeasuringOrder, MeasuringReply, MeasuringTask } from './measuring.ts';
import { openHosted } from './open-hosted.ts';

/**
 * The thread that measures a recording, see `measuring.ts` for what is said, or draws pictures of one, see
 * `draw-pictures.ts`: one file, for both read recordings. It ends with the panel's word alone.
 */
const say = (reply: MeasuringReply): void => postMessage(reply);

let isPaused = true;
let run = (): void => undefined;
let moved = (_url: string | undefined): void => undefined;

addEventListener('message', ({ data }: MessageEvent<MeasuringOrder | DrawingOrder>) => {
  if (data.kind === 'draw') void draw(data);
  else if (data.kind === 'open') void measure(data.task);
  else if (data.kind === 'pause') isPaused = true;
  else if (data.kind === 'moved') moved(data.url);
  else {
    isPaused = false;
    run();
  }
});

async function measure(task: MeasuringTask): Promise<void> {
  const { from, plan } = task;
  try {
    await measureRecording(task, {
      say,
      clock: () => performance.now(),
      open: (moved) => {
        if (from.kind === 'file') return openFile(from.file, plan);
        return openHosted(moved ?? from.url, plan);
      },
      measurer: async () => {
        const program = await (await fetch(voiceProgram)).arrayBuffer();
        return pieceMeasurer(pictureDecoder(), await openVoiceDetector(program));
      },
      isPaused: () => isPaused,
      untilRunning: () =>
        isPaused
          ? new Promise((resolve) => {
              run = resolve;
            })
          : Promise.resolve(),
      where: () =>
        new Promise((resolve) => {
          moved = resolve;
          say({ kind: 'where' });
        }),
    });
  } catch {
    say({ kind: 'failed', trouble: { kind: 'unplayable' } });
  }
}

async function draw(order: DrawingOrder): Promise<void> {
  const answer = (reply: DrawingReply, moved: Transferable[] = []): void =>
    postMessage(reply, { transfer: moved });
  try {
    const trouble = await drawPictures(order, (at, picture) =>
      answer({ kind: 'picture', at, picture }, [picture]),
    );
    answer({ kind: 'drawn', ...(trouble === undefined ? {} : { trouble }) });
  } catch {
    answer({ kind: 'drawn', trouble: { kind: 'unplayable' } });
  }
}
