import type { Cut } from '../../metrics/live/recording.ts';
import { seconds } from '../../metrics/time.ts';
import type { MeasuringSurvey } from './measuring.ts';
import type { OpenRecording, Piece } from './recording-source.ts';

/** Seconds of one core for a picture, faces included, and for a second of sound. Source: trials with recordings of 1.5 Mbit/s. */
const SECONDS_A_PICTURE = 0.13;
const SECONDS_A_SECOND = 0.014;
/** So much longer they took beside other work, at most. Source: the same trials. */
const BUSY = 2.6;
/** Bytes a second of a quick line and of a slow one: 100 and 20 Mbit/s. Chosen by us. */
const QUICK_LINE = 12_500_000;
const SLOW_LINE = 2_500_000;

/** What lies ahead where these pieces of a recording, or of a part within it, are to be measured. */
export async function surveyOf(
  recording: OpenRecording,
  due: readonly Piece[],
  part?: Cut,
): Promise<MeasuringSurvey> {
  const pictures = due.reduce((sum, { sample }) => sum + sample.pictures.length, 0);
  const heard = due.filter(({ sample }) => sample.sound);
  const bytes = await recording.weight(due);
  const work =
    pictures * SECONDS_A_PICTURE +
    heard.reduce((sum, { length }) => sum + length, 0) * SECONDS_A_SECOND;
  return {
    length: part === undefined ? recording.course().length : seconds(part.to - part.from),
    pictures,
    sounds: heard.length,
    bytes,
    least: work + bytes / QUICK_LINE,
    most: work * BUSY + bytes / SLOW_LINE,
  };
}
