import type { PictureMeasures, SoundMeasures } from '../../metrics/recording/measures.ts';
import * as at from '../../metrics/recording/thresholds.ts';
import type { Defect } from './planted.ts';

/** By which measure something planted is to be found, and on which side of which threshold. */
export type DefectSign = {
  readonly side: 'below' | 'above';
  readonly threshold: number;
} & (
  | { readonly of: 'picture'; readonly value: (picture: PictureMeasures) => number | null }
  | { readonly of: 'sound'; readonly value: (sound: SoundMeasures) => number | null }
);

export const defectSigns: Readonly<Record<Defect, DefectSign>> = {
  dark: { of: 'picture', value: ({ light }) => light, side: 'below', threshold: at.DARK_LIGHT },
  burnt: {
    of: 'picture',
    value: ({ highlights }) => highlights,
    side: 'above',
    threshold: at.BURNT_OUT_SHARE,
  },
  warm: { of: 'picture', value: ({ cast }) => cast, side: 'below', threshold: at.WARM_CAST },
  soft: {
    of: 'picture',
    value: ({ sharpness }) => sharpness,
    side: 'below',
    threshold: at.SOFT_SHARPNESS,
  },
  still: { of: 'picture', value: ({ moved }) => moved, side: 'below', threshold: at.STILL_SHARE },
  barred: { of: 'picture', value: ({ bars }) => bars, side: 'above', threshold: at.BARRED_SHARE },
  silent: {
    of: 'sound',
    value: ({ silentShare }) => silentShare,
    side: 'above',
    threshold: at.SILENT_SHARE,
  },
  quiet: {
    of: 'sound',
    value: ({ loudness }) => loudness,
    side: 'below',
    threshold: at.QUIET_LOUDNESS,
  },
  clipped: {
    of: 'sound',
    value: ({ clippedRuns, seconds }) => (seconds > 0 ? clippedRuns / seconds : null),
    side: 'above',
    threshold: at.CLIPPED_A_SECOND,
  },
  voiceless: {
    of: 'sound',
    value: ({ speechShare }) => speechShare,
    side: 'below',
    threshold: at.SPEECHLESS_SHARE,
  },
};

/** Whether a value tells of what is planted; what can't be told tells of nothing. */
export function tells({ side, threshold }: DefectSign, value: number | null): boolean {
  if (value === null) return false;
  return side === 'below' ? value < threshold : value > threshold;
}
