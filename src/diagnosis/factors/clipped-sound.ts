import { CLIPPED_A_SECOND } from '../../metrics/recording/thresholds.ts';
import { MINUTE_SECONDS } from '../../metrics/time.ts';
import type { Factor } from '../factor.ts';
import { byMeasures } from '../recording/by-measures.ts';

/** Stretches in which the sound was louder than the recording can hold. */
export const clippedSound: Factor = {
  id: 'clipped-sound',
  title: 'factor_clippedSound_title',
  lever: 'how-to-stream',
  group: 'entry-stay',
  owners: ['operator'],
  isMeasured: true,
  advises: [{ key: 'factor_clippedSound_advice', deed: 'factor_clippedSound_deed' }],
  evaluate: (input) =>
    byMeasures(input, {
      measured: {
        of: 'sound',
        value: ({ clippedRuns, seconds }) => (seconds > 0 ? clippedRuns / seconds : null),
      },
      name: 'recording_clipped',
      show: (value) => ({ kind: 'decimal', value, digits: 1 }),
      least: 2 * MINUTE_SECONDS,
      ownBy: 'share',
      sides: [
        {
          away: 'above',
          stated: CLIPPED_A_SECOND,
          least: () => CLIPPED_A_SECOND,
          brief: 'factor_clippedSound_brief',
          seen: 'factor_clippedSound_seen',
          advice: 'factor_clippedSound_advice',
        },
      ],
      needs: 'factor_recording_needsSound',
    }),
};
