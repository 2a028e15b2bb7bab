import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomOf } from '../../sources/sample/random.ts';
import { ffmpeg, runProgram } from './ffmpeg.ts';
import {
  CUT_OFF,
  type MadeStretch,
  type PlantedSet,
  plantedSets,
  STRETCH_SECONDS,
} from './planted.ts';
import { fileOf, madePerson, madePlace } from './still.ts';
import { PLACE_MARGIN, pictureFilter, soundFilter } from './stretch-filters.ts';

/** What the voices say, over and over, with the pauses that a host leaves. */
const SPOKEN = `Hello everybody and welcome back to the show. Today we have something new for you.
Look at this colour, it is lighter than the one that we had last week, and the bag is larger.
If you tap the basket below you find all three of them. How many are left? About forty, I think.
Write your size into the comments and I will tell you which one fits. Yes, it can be washed.`;

/** How a stretch is encoded. */
interface Encoding {
  /** Seconds. */
  readonly length: number;
  /** Pictures a second. */
  readonly rate: number;
  readonly kilobits: number;
}

/** Seconds between two key pictures; segments of both lengths begin with one. */
const KEY_EVERY = 2;

/** As LIVEs are sent: 30 pictures a second. A minute of it, which then begins anew. */
const asSent: Encoding = { length: 60, rate: 30, kilobits: 1500 };

/**
 * Makes the recording of a set in a folder, unless it lies there, and answers the file: MPEG-TS of H.264 and
 * AAC as LIVEs have them, one stretch after another, but with few pictures a second: key pictures alone are
 * measured.
 */
export async function makeRecording(set: PlantedSet, folder: string): Promise<string> {
  const file = join(folder, `${set.name}.mpegts`);
  if (await exists(file)) return file;
  const parts: string[] = [];
  for (const [at, stretch] of set.stretches.entries()) {
    const part = join(folder, `${set.name}-${at}.mp4`);
    await makeStretch(set, stretch, part, {
      length: at === 0 ? STRETCH_SECONDS - CUT_OFF : STRETCH_SECONDS,
      rate: 2,
      kilobits: set.kilobits,
    });
    parts.push(part);
    console.log(`  ${set.name}: ${at + 1} of ${set.stretches.length} stretches made`);
  }
  const list = join(folder, `${set.name}.txt`);
  await writeFile(list, parts.map((part) => `file '${part}'\n`).join(''));
  const joined = ['-f', 'concat', '-safe', '0', '-i', list, '-c', 'copy'];
  await ffmpeg([...joined, '-f', 'mpegts', `${file}.part`]);
  await rename(`${file}.part`, file);
  return file;
}

/** Makes a clean minute at the bit rate of a LIVE in a folder, unless it lies there, and answers the file. */
export async function makeBenchRecording(folder: string): Promise<string> {
  const file = join(folder, 'bench.mp4');
  const set = plantedSets.fixing;
  const clean = set.stretches.find(
    ({ picture, movement }) => picture === 'clean' && movement === 'hand',
  );
  if (clean !== undefined) await makeStretch(set, clean, file, asSent);
  return file;
}

async function makeStretch(
  set: PlantedSet,
  stretch: MadeStretch,
  file: string,
  { length, rate, kilobits }: Encoding,
): Promise<void> {
  if (await exists(file)) return;
  const folder = join(file, '..');
  await mkdir(folder, { recursive: true });
  const look = set.places[stretch.place];
  const spoken = set.voices[stretch.voice];
  if (look === undefined || spoken === undefined) {
    throw new Error('the set has no such place or voice');
  }
  const [place, person, voice] = [`${file}.place.pam`, `${file}.person.pam`, `${file}.voice.wav`];
  const size = {
    width: Math.round(set.width * PLACE_MARGIN),
    height: Math.round(set.height * PLACE_MARGIN),
  };
  const random = randomOf('replays', set.name, stretch.place);
  await writeFile(place, fileOf(madePlace(size, look, random)));
  await writeFile(person, fileOf(madePerson(Math.round(set.width * 0.55), random)));
  const { name, speed } = spoken;
  await runProgram('espeak-ng', ['-v', name, '-s', `${speed}`, '-w', voice, SPOKEN]);
  const key = `${KEY_EVERY * rate}`;
  await ffmpeg([
    ...['-loop', '1', '-framerate', `${rate}`, '-i', place],
    ...['-loop', '1', '-framerate', `${rate}`, '-i', person],
    ...['-stream_loop', '-1', '-i', voice],
    '-filter_complex',
    `${pictureFilter(set, stretch)};${soundFilter(set, stretch, 2)}`,
    ...['-map', '[picture]', '-map', '[sound]', '-t', `${length}`],
    ...['-c:v', 'libx264', '-preset', 'superfast', '-profile:v', 'high', '-bf', '2'],
    ...['-g', key, '-keyint_min', key, '-sc_threshold', '0', '-b:v', `${kilobits}k`],
    ...['-maxrate', `${kilobits}k`, '-bufsize', `${2 * kilobits}k`],
    ...['-c:a', 'aac', '-b:a', '80k', '-f', 'mp4', `${file}.part`],
  ]);
  await rename(`${file}.part`, file);
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
