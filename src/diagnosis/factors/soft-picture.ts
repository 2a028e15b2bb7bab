import { SOFT_SHARPNESS } from '../../metrics/recording/thresholds.ts';
import { MINUTE_SECONDS } from '../../metrics/time.ts';
import type { Factor } from '../factor.ts';
import { byMeasures } from '../recording/by-measures.ts';

/** Half as sharp as usual, at the least: what is shown changes it too. Chosen by us. */
const SOFTER = 1 / 2;

/** Stretches in which the picture was less sharp than it usually is. */
export const softPicture: Factor = {
  id: 'soft-picture',
  title: 'factor_softPicture_title',
  lever: 'where-to-stream',
  group: 'entry-stay',
  owners: ['operator'],
  isMeasured: true,
  advises: [{ key: 'factor_softPicture_advice', deed: 'factor_softPicture_deed' }],
  evaluate: (input) =>
    byMeasures(input, {
      measured: { of: 'picture', value: ({ sharpness }) => sharpness },
      name: 'recording_sharpness',
      show: (value) => ({ kind: 'decimal', value, digits: 3 }),
      least: MINUTE_SECONDS,
      ownBy: 'level',
      sides: [
        {
          away: 'below',
          stated: SOFT_SHARPNESS,
          least: (usual) => usual * SOFTER,
          brief: 'factor_softPicture_brief',
          seen: 'factor_softPicture_seen',
          advice: 'factor_softPicture_advice',
        },
      ],
      needs: 'factor_recording_needsPicture',
    }),
};
