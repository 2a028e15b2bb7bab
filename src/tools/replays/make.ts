import { execFile } from 'node:child_process';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { randomOf } from '../../sources/sample/random.ts';
import { type MadeStretch, type PlantedSet, STRETCH_SECONDS } from './planted.ts';
import { fileOf, madePerson, madePlace } from './still.ts';
import { PICTURES_A_SECOND, PLACE_MARGIN, pictureFilter, soundFilter } from './stretch-filters.ts';

const run = promisify(execFile);

/** What the voices say, over and over, with the pauses that a host leaves. */
const SPOKEN = `Hello everybody and welcome back to the show. Today we have something new for you.
Look at this colour, it is lighter than the one that we had last week, and the bag is larger.
If you tap the basket below you find all three of them. How many are left? About forty, I think.
Write your size into the comments and I will tell you which one fits. Yes, it can be washed.`;

/** Which programs are missing that make recordings; none where all are there. */
export async function missingPrograms(): Promise<string[]> {
  const missing: string[] = [];
  for (const [program, asked] of [
    ['ffmpeg', '-version'],
    ['espeak-ng', '--version'],
  ] as const) {
    await run(program, [asked]).catch(() => missing.push(program));
  }
  return missing;
}

/**
 * Makes the recording of a set in a folder, unless it lies there, and answers the file: MPEG-TS of H.264 and
 * AAC as LIVEs have them, one stretch after another.
 */
export async function makeRecording(set: PlantedSet, folder: string): Promise<string> {
  const file = join(folder, `${set.name}.mpegts`);
  if (await exists(file)) return file;
  await mkdir(folder, { recursive: true });
  const parts: string[] = [];
  for (const [at, stretch] of set.stretches.entries()) {
    parts.push(await makeStretch(set, stretch, at, folder));
    console.log(`  ${set.name}: ${at + 1} of ${set.stretches.length} stretches made`);
  }
  const list = join(folder, `${set.name}.txt`);
  await writeFile(list, parts.map((part) => `file '${part}'\n`).join(''));
  await ffmpeg([
    '-f',
    'concat',
    '-safe',
    '0',
    '-i',
    list,
    '-c',
    'copy',
    '-f',
    'mpegts',
    `${file}.part`,
  ]);
  await rename(`${file}.part`, file);
  return file;
}

async function makeStretch(
  set: PlantedSet,
  stretch: MadeStretch,
  at: number,
  folder: string,
): Promise<string> {
  const file = join(folder, `${set.name}-${at}.mp4`);
  if (await exists(file)) return file;
  const look = set.places[stretch.place];
  const spoken = set.voices[stretch.voice];
  if (look === undefined || spoken === undefined)
    throw new Error('the set has no such place or voice');
  const [place, person, voice] = [
    join(folder, 'place.pam'),
    join(folder, 'person.pam'),
    join(folder, 'voice.wav'),
  ];
  const size = {
    width: Math.round(set.width * PLACE_MARGIN),
    height: Math.round(set.height * PLACE_MARGIN),
  };
  const random = randomOf('replays', set.name, stretch.place);
  await writeFile(place, fileOf(madePlace(size, look, random)));
  await writeFile(person, fileOf(madePerson(Math.round(set.width * 0.55), random)));
  await run('espeak-ng', ['-v', spoken.name, '-s', String(spoken.speed), '-w', voice, SPOKEN]);
  const length = String(STRETCH_SECONDS);
  await ffmpeg([
    ...['-loop', '1', '-framerate', String(PICTURES_A_SECOND), '-i', place],
    ...['-loop', '1', '-framerate', String(PICTURES_A_SECOND), '-i', person],
    ...['-stream_loop', '-1', '-i', voice],
    '-filter_complex',
    `${pictureFilter(set, stretch)};${soundFilter(set, stretch, 2)}`,
    ...['-map', '[picture]', '-map', '[sound]', '-t', length],
    ...['-c:v', 'libx264', '-preset', 'superfast', '-profile:v', 'high', '-bf', '2'],
    ...[
      '-g',
      String(2 * PICTURES_A_SECOND),
      '-keyint_min',
      String(2 * PICTURES_A_SECOND),
      '-sc_threshold',
      '0',
    ],
    ...[
      '-b:v',
      `${set.kilobits}k`,
      '-maxrate',
      `${set.kilobits}k`,
      '-bufsize',
      `${2 * set.kilobits}k`,
    ],
    ...['-c:a', 'aac', '-b:a', '80k', '-f', 'mp4', `${file}.part`],
  ]);
  await rename(`${file}.part`, file);
  return file;
}

/** Runs ffmpeg over what is there; rejects with what it says. */
async function ffmpeg(args: readonly string[]): Promise<void> {
  await run('ffmpeg', ['-nostdin', '-loglevel', 'error', '-y', ...args]);
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
