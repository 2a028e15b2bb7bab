import voiceProgram from '@echogarden/fvad-wasm/fvad.wasm?url';
import { openVoiceDetector } from '../../metrics/recording/sound/voice-detector.ts';
import { isPlaylist } from '../replay/own-player.ts';
import { pictureDecoder } from './decoded-picture.ts';
import { openFile, openHostedFile } from './filed-recording.ts';
import { hostBytes } from './host-bytes.ts';
import { pieceMeasurer } from './measure-pieces.ts';
import { measureRecording } from './measure-recording.ts';
import type { MeasuringOrder, MeasuringReply, MeasuringTask } from './measuring.ts';
import { openStream } from './streamed-recording.ts';

/** The thread that measures a recording; see `measuring.ts` for what is said. It ends with the panel's word alone. */
const say = (reply: MeasuringReply): void => postMessage(reply);

let isPaused = true;
let run = (): void => undefined;
let moved = (_url: string | undefined): void => undefined;

addEventListener('message', ({ data }: MessageEvent<MeasuringOrder>) => {
  if (data.kind === 'open') void measure(data.task);
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
        const url = moved ?? from.url;
        return isPlaylist(url) ? openStream(url, plan, hostBytes()) : openHostedFile(url, plan);
      },
      measurer: async (shift) => {
        const program = await (await fetch(voiceProgram)).arrayBuffer();
        return pieceMeasurer(pictureDecoder(), await openVoiceDetector(program), shift);
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
