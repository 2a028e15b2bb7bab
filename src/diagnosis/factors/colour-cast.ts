import { WARM_CAST } from '../../metrics/recording/thresholds.ts';
import { MINUTE_SECONDS } from '../../metrics/time.ts';
import type { Factor } from '../factor.ts';
import { byMeasures } from '../recording/by-measures.ts';

/** A third more or less blue than usual, at the least, as a logarithm to the base 2. Chosen by us. */
const APART = 0.4;

/** Stretches in which the picture was warmer or colder than it usually is. What is shown has colours of its own, so that this is a hint. */
export const colourCast: Factor = {
  id: 'colour-cast',
  title: 'factor_colourCast_title',
  lever: 'where-to-stream',
  group: 'entry-stay',
  owners: ['operator'],
  isMeasured: true,
  advises: [{ key: 'factor_colourCast_advice', deed: 'factor_colourCast_deed' }],
  evaluate: (input) =>
    byMeasures(input, {
      measured: { of: 'picture', value: ({ cast }) => cast },
      name: 'recording_cast',
      show: (value) => ({ kind: 'decimal', value, digits: 2 }),
      least: MINUTE_SECONDS,
      ownBy: 'level',
      sides: [
        {
          away: 'below',
          stated: WARM_CAST,
          least: (usual) => usual - APART,
          brief: 'factor_colourCast_briefWarm',
          seen: 'factor_colourCast_seenWarm',
          advice: 'factor_colourCast_advice',
        },
        {
          away: 'above',
          least: (usual) => usual + APART,
          brief: 'factor_colourCast_briefCold',
          seen: 'factor_colourCast_seenCold',
          advice: 'factor_colourCast_advice',
        },
      ],
      needs: 'factor_recording_needsPicture',
    }),
};
