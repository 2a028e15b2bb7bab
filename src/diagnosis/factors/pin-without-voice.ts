import { SPEECHLESS_SHARE } from '../../metrics/recording/thresholds.ts';
import { MINUTE_SECONDS } from '../../metrics/time.ts';
import type { Factor } from '../factor.ts';
import { byMeasures } from '../recording/by-measures.ts';
import { percent } from '../text/wording.ts';
import { closedPins } from '../timeline/pins.ts';

/** Stretches in which a product was pinned and nobody spoke. */
export const pinWithoutVoice: Factor = {
  id: 'pin-without-voice',
  title: 'factor_pinWithoutVoice_title',
  lever: 'how-to-sell',
  group: 'interaction-conversion',
  owners: ['host'],
  isMeasured: true,
  advises: [{ key: 'factor_pinWithoutVoice_advice', deed: 'factor_pinWithoutVoice_deed' }],
  evaluate: (input) =>
    byMeasures(input, {
      measured: { of: 'sound', value: ({ speechShare }) => speechShare },
      name: 'recording_speech',
      show: (value) => percent(value),
      least: 2 * MINUTE_SECONDS,
      ownBy: 'nothing',
      among: {
        spans: closedPins,
        needs: 'factor_pinWithoutVoice_needsPins',
        needsLonger: 'factor_pinWithoutVoice_needsLonger',
      },
      sides: [
        {
          away: 'below',
          stated: SPEECHLESS_SHARE,
          least: () => SPEECHLESS_SHARE,
          brief: 'factor_pinWithoutVoice_brief',
          seen: 'factor_pinWithoutVoice_seen',
          advice: 'factor_pinWithoutVoice_advice',
        },
      ],
      needs: 'factor_recording_needsSound',
    }),
};
