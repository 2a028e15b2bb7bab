import { BURNT_OUT_SHARE } from '../../metrics/recording/thresholds.ts';
import { MINUTE_SECONDS } from '../../metrics/time.ts';
import type { Factor } from '../factor.ts';
import { byMeasures } from '../recording/by-measures.ts';
import { percent } from '../text/wording.ts';

/** This much more of the picture than usual, at the least. Chosen by us. */
const MORE_WHITE = 0.05;

/** Stretches in which more of the picture was pure white than usual. */
export const burntOutPicture: Factor = {
  id: 'burnt-out-picture',
  title: 'factor_burntOutPicture_title',
  lever: 'where-to-stream',
  group: 'entry-stay',
  owners: ['operator'],
  isMeasured: true,
  advises: [{ key: 'factor_burntOutPicture_advice', deed: 'factor_burntOutPicture_deed' }],
  evaluate: (input) =>
    byMeasures(input, {
      measured: { of: 'picture', value: ({ highlights }) => highlights },
      name: 'recording_highlights',
      show: (value) => percent(value),
      least: MINUTE_SECONDS,
      ownBy: 'level',
      sides: [
        {
          away: 'above',
          stated: BURNT_OUT_SHARE,
          least: (usual) => usual + MORE_WHITE,
          brief: 'factor_burntOutPicture_brief',
          seen: 'factor_burntOutPicture_seen',
          advice: 'factor_burntOutPicture_advice',
        },
      ],
      needs: 'factor_recording_needsPicture',
    }),
};
