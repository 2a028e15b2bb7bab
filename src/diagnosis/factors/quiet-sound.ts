import { QUIET_LOUDNESS, SPEECHLESS_SHARE } from '../../metrics/recording/thresholds.ts';
import { MINUTE_SECONDS } from '../../metrics/time.ts';
import type { Factor } from '../factor.ts';
import { byMeasures } from '../recording/by-measures.ts';
import { phrase } from '../text/wording.ts';

/** Half as loud as usual by ear (10 dB), at the least. Chosen by us. */
const QUIETER = 10;

/** Stretches in which the sound was quieter than it usually is. */
export const quietSound: Factor = {
  id: 'quiet-sound',
  title: 'factor_quietSound_title',
  lever: 'how-to-stream',
  group: 'entry-stay',
  owners: ['operator'],
  isMeasured: true,
  advises: [{ key: 'factor_quietSound_advice', deed: 'factor_quietSound_deed' }],
  evaluate: (input) =>
    byMeasures(input, {
      // A quiet room in which nobody speaks is no quiet voice.
      measured: {
        of: 'sound',
        value: ({ loudness, speechShare }) => (speechShare < SPEECHLESS_SHARE ? null : loudness),
      },
      name: 'recording_loudness',
      show: (value) =>
        phrase({ key: 'recording_lufs', values: { value: { kind: 'decimal', value, digits: 0 } } }),
      least: 2 * MINUTE_SECONDS,
      ownBy: 'level',
      sides: [
        {
          away: 'below',
          stated: QUIET_LOUDNESS,
          least: (usual) => usual - QUIETER,
          brief: 'factor_quietSound_brief',
          seen: 'factor_quietSound_seen',
          advice: 'factor_quietSound_advice',
        },
      ],
      needs: 'factor_recording_needsSound',
    }),
};
