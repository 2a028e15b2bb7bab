import { MINUTE_SECONDS } from '../../metrics/time.ts';
import type { Factor } from '../factor.ts';
import { byMeasures } from '../recording/by-measures.ts';

/** One face is somebody. */
const SOMEBODY = 1;

/** Long stretches in which no face was found. Faces in profile or looking down are easily missed, so that this is a hint. */
export const nobodyInSight: Factor = {
  id: 'nobody-in-sight',
  title: 'factor_nobodyInSight_title',
  lever: 'who-streams',
  group: 'entry-stay',
  owners: ['host'],
  isMeasured: true,
  advises: [{ key: 'factor_nobodyInSight_advice', deed: 'factor_nobodyInSight_deed' }],
  evaluate: (input) =>
    byMeasures(input, {
      measured: { of: 'picture', value: ({ person }) => person },
      name: 'recording_person',
      show: (value) => ({ kind: 'count', value }),
      least: 3 * MINUTE_SECONDS,
      ownBy: 'share',
      sides: [
        {
          away: 'below',
          stated: SOMEBODY,
          least: () => SOMEBODY,
          brief: 'factor_nobodyInSight_brief',
          seen: 'factor_nobodyInSight_seen',
          advice: 'factor_nobodyInSight_advice',
        },
      ],
      needs: 'factor_nobodyInSight_needs',
    }),
};
