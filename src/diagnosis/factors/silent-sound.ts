import { SILENT_SHARE } from '../../metrics/recording/thresholds.ts';
import { MINUTE_SECONDS } from '../../metrics/time.ts';
import type { Factor } from '../factor.ts';
import { byMeasures } from '../recording/by-measures.ts';
import { percent } from '../text/wording.ts';

/** Long stretches in which nothing could be heard. */
export const silentSound: Factor = {
  id: 'silent-sound',
  title: 'factor_silentSound_title',
  lever: 'how-to-stream',
  group: 'entry-stay',
  owners: ['host', 'operator'],
  isMeasured: true,
  advises: [{ key: 'factor_silentSound_advice', deed: 'factor_silentSound_deed' }],
  evaluate: (input) =>
    byMeasures(input, {
      measured: { of: 'sound', value: ({ silentShare }) => silentShare },
      name: 'recording_silent',
      show: (value) => percent(value),
      least: 3 * MINUTE_SECONDS,
      ownBy: 'share',
      sides: [
        {
          away: 'above',
          stated: SILENT_SHARE,
          least: () => SILENT_SHARE,
          brief: 'factor_silentSound_brief',
          seen: 'factor_silentSound_seen',
          advice: 'factor_silentSound_advice',
        },
      ],
      needs: 'factor_recording_needsSound',
    }),
};
