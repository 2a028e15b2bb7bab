import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { PictureMeasures, SoundMeasures } from '../../metrics/recording/measures.ts';
import { measurePicture } from '../../metrics/recording/picture/measure-picture.ts';
import type { Plane } from '../../metrics/recording/picture/plane.ts';
import { measureSound } from '../../metrics/recording/sound/measure-sound.ts';
import { openVoiceDetector } from '../../metrics/recording/sound/voice-detector.ts';
import { seconds } from '../../metrics/time.ts';
import { runProgram } from './ffmpeg.ts';
import type { MadeMeasures } from './judge-defects.ts';
import { CUT_OFF, type PlantedSet, STRETCH_SECONDS } from './planted.ts';

/** The sampled plan, in seconds: a picture, a sound, and how much is heard of it. */
const PICTURE_EVERY = 30;
const SOUND_EVERY = 60;
const HEARD = 6;
/** Where the first measure lies in the file, so that none falls on the edge of a stretch. */
const FIRST = 7;
const RATE = 44_100;
const CHANNELS = 2;

/** Measures a made recording as the panel would, but has ffmpeg decode it: a check on what a browser decodes. */
export async function measuredByFfmpeg(set: PlantedSet, file: string): Promise<MadeMeasures> {
  const length = set.stretches.length * STRETCH_SECONDS - CUT_OFF;
  return {
    apart: { pictureEvery: seconds(PICTURE_EVERY), soundEvery: seconds(SOUND_EVERY) },
    pictures: await picturesOf(set, file, length),
    sounds: await soundsOf(file, length),
  };
}

async function picturesOf(
  { width, height }: PlantedSet,
  file: string,
  length: number,
): Promise<PictureMeasures[]> {
  const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  const luma = width * height;
  const layout = [
    { offset: 0, stride: width },
    { offset: luma, stride: half.width },
    { offset: luma + half.width * half.height, stride: half.width },
  ];
  const pictures: PictureMeasures[] = [];
  let before: Plane | null = null;
  for (let second = FIRST; second < length; second += PICTURE_EVERY) {
    const bytes = await decoded(file, second, [
      ...['-frames:v', '1', '-f', 'rawvideo', '-pix_fmt', 'yuv420p'],
    ]);
    const { look, small } = measurePicture(
      { format: 'I420', width, height, bytes, layout, fullRange: false, matrix: 'bt709' },
      before,
    );
    before = small;
    pictures.push({ second: seconds(second + CUT_OFF), ...look });
  }
  return pictures;
}

async function soundsOf(file: string, length: number): Promise<SoundMeasures[]> {
  const program = createRequire(import.meta.url).resolve('@echogarden/fvad-wasm/fvad.wasm');
  const detector = await openVoiceDetector(readFileSync(program));
  const sounds: SoundMeasures[] = [];
  for (let second = FIRST; second < length; second += SOUND_EVERY) {
    const bytes = await decoded(file, second, [
      ...['-t', String(HEARD), '-f', 'f32le', '-ac', String(CHANNELS), '-ar', String(RATE)],
    ]);
    const both = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
    const channels = Array.from({ length: CHANNELS }, (_, channel) =>
      Float32Array.from(
        { length: both.length / CHANNELS },
        (_, at) => both[at * CHANNELS + channel] ?? 0,
      ),
    );
    sounds.push({ second: seconds(second + CUT_OFF), ...measureSound(channels, RATE, detector) });
  }
  return sounds;
}

async function decoded(file: string, from: number, wanted: readonly string[]): Promise<Uint8Array> {
  const { stdout } = await runProgram(
    'ffmpeg',
    ['-nostdin', '-loglevel', 'error', '-ss', String(from), '-i', file, ...wanted, '-'],
    { encoding: 'buffer', maxBuffer: 64_000_000 },
  );
  // A copy begins where a whole number of samples does.
  return Uint8Array.from(stdout);
}
