import { MINUTE_SECONDS } from '../../metrics/time.ts';
import type { Factor } from '../factor.ts';
import { byMeasures } from '../recording/by-measures.ts';

/** Judged over so long, since single sentences differ. Chosen by us. */
const TURN_SECONDS = 10 * MINUTE_SECONDS;

/** A quarter faster or slower than usual, at the least: the measure itself errs by up to a fifth over music. Chosen by us. */
const APART = 1.25;

/** Stretches in which the host spoke much faster or slower than is usual in the shop’s own LIVEs: there is no right tempo. */
export const speechTempo: Factor = {
  id: 'speech-tempo',
  title: 'factor_speechTempo_title',
  lever: 'who-streams',
  group: 'entry-stay',
  owners: ['host'],
  isMeasured: true,
  advises: [
    { key: 'factor_speechTempo_adviceFast', deed: 'factor_speechTempo_deedFast' },
    { key: 'factor_speechTempo_adviceSlow', deed: 'factor_speechTempo_deedSlow' },
  ],
  evaluate: (input) =>
    byMeasures(input, {
      measured: { of: 'sound', value: ({ tempo }) => tempo },
      name: 'recording_tempo',
      show: (value) => ({ kind: 'decimal', value, digits: 1 }),
      // A turn is as long as its samples, which need not fill it.
      least: TURN_SECONDS / 2,
      ownBy: 'level',
      windows: { length: TURN_SECONDS, fewest: 4 },
      sides: [
        {
          away: 'above',
          least: (usual) => usual * APART,
          brief: 'factor_speechTempo_briefFast',
          seen: 'factor_speechTempo_seenFast',
          advice: 'factor_speechTempo_adviceFast',
        },
        {
          away: 'below',
          least: (usual) => usual / APART,
          brief: 'factor_speechTempo_briefSlow',
          seen: 'factor_speechTempo_seenSlow',
          advice: 'factor_speechTempo_adviceSlow',
        },
      ],
      needs: 'factor_speechTempo_needs',
    }),
};
