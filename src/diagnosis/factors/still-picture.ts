import { STILL_SHARE } from '../../metrics/recording/thresholds.ts';
import { MINUTE_SECONDS } from '../../metrics/time.ts';
import type { Factor } from '../factor.ts';
import { byMeasures } from '../recording/by-measures.ts';
import { percent } from '../text/wording.ts';

/** Long stretches in which nothing moved. An indication alone: how TikTok tells a static picture is not public. */
export const stillPicture: Factor = {
  id: 'still-picture',
  title: 'factor_stillPicture_title',
  lever: 'how-to-stream',
  group: 'entry-stay',
  owners: ['operator', 'host'],
  isMeasured: true,
  advises: [{ key: 'factor_stillPicture_advice', deed: 'factor_stillPicture_deed' }],
  evaluate: (input) =>
    byMeasures(input, {
      measured: { of: 'picture', value: ({ moved }) => moved },
      name: 'recording_moved',
      show: (value) => percent(value),
      least: 5 * MINUTE_SECONDS,
      ownBy: 'share',
      sides: [
        {
          away: 'below',
          stated: STILL_SHARE,
          least: () => STILL_SHARE,
          brief: 'factor_stillPicture_brief',
          seen: 'factor_stillPicture_seen',
          advice: 'factor_stillPicture_advice',
        },
      ],
      needs: 'factor_recording_needsPicture',
    }),
};
