import { DARK_LIGHT } from '../../metrics/recording/thresholds.ts';
import { MINUTE_SECONDS } from '../../metrics/time.ts';
import type { Factor } from '../factor.ts';
import { byMeasures } from '../recording/by-measures.ts';

/** A third less light than usual, at the least. Chosen by us. */
const DARKER = 2 / 3;

/** Stretches in which the picture was darker than it usually is. */
export const darkPicture: Factor = {
  id: 'dark-picture',
  title: 'factor_darkPicture_title',
  lever: 'where-to-stream',
  group: 'entry-stay',
  owners: ['operator'],
  isMeasured: true,
  advises: [{ key: 'factor_darkPicture_advice', deed: 'factor_darkPicture_deed' }],
  evaluate: (input) =>
    byMeasures(input, {
      measured: { of: 'picture', value: ({ light }) => light },
      name: 'recording_light',
      show: (value) => ({ kind: 'decimal', value, digits: 0 }),
      least: MINUTE_SECONDS,
      ownBy: 'level',
      sides: [
        {
          away: 'below',
          stated: DARK_LIGHT,
          least: (usual) => usual * DARKER,
          brief: 'factor_darkPicture_brief',
          seen: 'factor_darkPicture_seen',
          advice: 'factor_darkPicture_advice',
        },
      ],
      needs: 'factor_recording_needsPicture',
    }),
};
