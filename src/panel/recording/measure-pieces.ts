import type {
  LeftPart,
  PictureMeasures,
  RecordingMeasures,
  SoundMeasures,
} from '../../metrics/recording/measures.ts';
import {
  type MeasuredPicture,
  measurePicture,
} from '../../metrics/recording/picture/measure-picture.ts';
import { measureSound } from '../../metrics/recording/sound/measure-sound.ts';
import type { VoiceDetector } from '../../metrics/recording/sound/speech.ts';
import { seconds } from '../../metrics/time.ts';
import type { PictureDecoder } from './decoded-picture.ts';
import { decodedSound } from './decoded-sound.ts';
import type { Demuxed } from './demuxed.ts';
import type { Piece } from './recording-source.ts';

/** What a piece came to. */
export interface MeasuredPiece {
  readonly pictures: readonly PictureMeasures[];
  readonly sounds: readonly SoundMeasures[];
  readonly left: readonly LeftPart[];
}

/** What measures pieces one after another. */
export interface PieceMeasurer {
  readonly measure: (piece: Piece, found: Demuxed) => Promise<MeasuredPiece>;
  readonly close: () => void;
}

/** @param shift what is added to a second of the recording for the LIVE's */
export function pieceMeasurer(
  pictures: PictureDecoder,
  detector: VoiceDetector,
  shift: number,
): PieceMeasurer {
  let before: MeasuredPicture['small'] | null = null;
  const live = (second: number) => seconds(Math.max(0, second + shift));

  const pictureAt = async (
    start: number,
    picture: Demuxed['pictures'][number],
  ): Promise<PictureMeasures | undefined> => {
    const decoded = picture && (await pictures.decode(picture));
    if (picture === undefined || decoded === undefined) return undefined;
    const { look, small } = measurePicture(decoded, before);
    before = small;
    return { second: live(start + picture.at), ...look, person: null };
  };

  return {
    close: pictures.close,
    measure: async ({ start, length, sample }, found) => {
      const seen: PictureMeasures[] = [];
      let unread = 0;
      const done = new Set<number>();
      for (const picture of found.pictures) {
        // Two that are wanted may be seen in one.
        if (picture !== undefined && done.has(picture.at)) continue;
        if (picture !== undefined) done.add(picture.at);
        const measured = await pictureAt(start, picture);
        if (measured === undefined) unread += 1;
        else seen.push(measured);
      }
      const heard = found.sound && (await decodedSound(found.sound));
      if (sample.sound && found.sound !== undefined && heard === undefined) unread += 1;
      return {
        pictures: seen,
        sounds:
          heard === undefined
            ? []
            : [{ second: live(start), ...measureSound(heard.channels, heard.rate, detector) }],
        left:
          unread === 0
            ? []
            : [{ from: live(start), to: live(start + length), reason: 'unreadable' }],
      };
    },
  };
}

/** Whether a piece was measured before, or couldn't be. */
export function isMeasured(
  { start, length }: Piece,
  { pictures, sounds, left }: Pick<RecordingMeasures, 'pictures' | 'sounds' | 'left'>,
  shift: number,
): boolean {
  const [from, to] = [start + shift, start + shift + length];
  const lies = (second: number): boolean => second >= from - SAME && second < to - SAME;
  if (left.some((part) => part.from <= from + SAME && part.to >= to - SAME)) return true;
  return [...pictures, ...sounds].some(({ second }) => lies(second));
}

/** Seconds that differ by less are one. */
const SAME = 0.001;
