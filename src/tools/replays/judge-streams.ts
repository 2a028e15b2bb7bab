import { join } from 'node:path';
import type { SamplingPlan } from '../../metrics/recording/measures.ts';
import { seconds } from '../../metrics/time.ts';
import type { MeasuredStream, MeasureStream } from './in-browser.ts';
import { type DefectFound, isGood, judgeDefects, type MadeMeasures } from './judge-defects.ts';
import { CUT_OFF, type PlantedSet } from './planted.ts';
import { streamOf } from './streamed.ts';
import { foundTable } from './tables.ts';

/** Seconds of a segment: about what TikTok's LIVEs have, and more. */
export const SEGMENTS = [6, 10] as const;

/** What the panel reads of a recording unless told otherwise. */
export const sampled: SamplingPlan = { pictureEvery: seconds(30), soundEvery: seconds(60) };

/** Every segment whole: its sound, and as many pictures as there are segments. */
export const everything = (segment: number): SamplingPlan => ({
  pictureEvery: seconds(segment),
  soundEvery: seconds(1),
});

/**
 * Has a browser measure a made recording in segments of each length, sampled and all of it, and prints what
 * was found. Answers whether both plans find every stretch in time, and hardly anything else: then their verdicts
 * are equal.
 */
export async function judgeStreams(
  set: PlantedSet,
  file: string,
  folder: string,
  measure: MeasureStream,
): Promise<boolean> {
  let isAllGood = true;
  for (const segment of SEGMENTS) {
    const stream = join(folder, `stream-${segment}`);
    await streamOf(file, stream, { segment });
    const each = { pictureEvery: seconds(segment), soundEvery: seconds(segment) };
    for (const [name, plan, apart] of [
      ['sampled', sampled, sampled],
      ['everything', everything(segment), each],
    ] as const) {
      const found = judgeDefects(set.stretches, madeOf(await measure(stream, plan), apart));
      for (const line of ['', `segments of ${segment} s, ${name}`, ...foundTable(found)]) {
        console.log(line);
      }
      isAllGood &&= found.every(isGood);
      console.log(foundSentence(set.name, found));
    }
  }
  return isAllGood;
}

/** How many kinds of defects were found as they are to be, in a sentence. */
export const foundSentence = (name: string, found: readonly DefectFound[]): string =>
  `${name}: ${found.filter(isGood).length} of ${found.length} kinds of defects found in time, hardly elsewhere`;

/** What was measured by the seconds of the recording that was made: the stream lacks its beginning. */
function madeOf({ measures }: MeasuredStream, apart: SamplingPlan): MadeMeasures {
  const back = <T extends { readonly second: number }>(one: T) => ({
    ...one,
    second: seconds(one.second + CUT_OFF),
  });
  return { apart, pictures: measures.pictures.map(back), sounds: measures.sounds.map(back) };
}
