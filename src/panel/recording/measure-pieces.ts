import type { LeftPart, PictureMeasures, SoundMeasures } from '../../metrics/recording/measures.ts';
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
import type { Piece, PieceRead } from './recording-source.ts';

/** What a piece came to. */
export interface MeasuredPiece {
  readonly pictures: readonly PictureMeasures[];
  readonly sounds: readonly SoundMeasures[];
  readonly left: readonly LeftPart[];
}

/** What measures pieces one after another. */
export interface PieceMeasurer {
  readonly measure: (
    piece: Piece,
    read: Exclude<PieceRead, { readonly kind: 'stopped' }>,
  ) => Promise<MeasuredPiece>;
  readonly close: () => void;
}

export function pieceMeasurer(decoder: PictureDecoder, detector: VoiceDetector): PieceMeasurer {
  let before: MeasuredPicture['small'] | null = null;

  const pictureIn = async (
    start: number,
    picture: NonNullable<Demuxed['pictures'][number]>,
  ): Promise<PictureMeasures | undefined> => {
    const decoded = await decoder.decode(picture);
    if (decoded === undefined) return undefined;
    const { look, small } = measurePicture(decoded, before);
    before = small;
    // A face that lies on its side isn't found: that none was says nothing then.
    const person = picture.isUpright ? look.person : null;
    return { second: seconds(start + picture.at), ...look, person };
  };

  const leave = (from: number, length: number, reason: LeftPart['reason']): LeftPart[] => [
    { from: seconds(from), to: seconds(from + length), reason },
  ];

  return {
    close: decoder.close,
    measure: async ({ start, length, sample }, read) => {
      if (read.kind === 'left') {
        return { pictures: [], sounds: [], left: leave(start, length, read.reason) };
      }
      const { found, at } = read;
      const pictures: PictureMeasures[] = [];
      // Two that are wanted may be seen in one.
      const wanted = new Map(found.pictures.map((picture) => [picture?.at, picture]));
      let isUnread = false;
      for (const picture of wanted.values()) {
        const measured = picture && (await pictureIn(at, picture));
        if (measured === undefined) isUnread = true;
        else pictures.push(measured);
      }
      const heard = found.sound && (await decodedSound(found.sound));
      isUnread ||= sample.sound && found.sound !== undefined && heard === undefined;
      const sounds =
        heard === undefined
          ? []
          : [{ second: seconds(at), ...measureSound(heard.channels, heard.rate, detector) }];
      return { pictures, sounds, left: isUnread ? leave(at, length, 'unreadable') : [] };
    },
  };
}
