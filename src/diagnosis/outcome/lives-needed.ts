import { Z_POWER } from '../statistics/constants.ts';
import { normalQuantile } from '../statistics/normal.ts';
import { siteOf } from '../uncertainty/tally.ts';
import type { Reading } from './reading.ts';
import { FALSE_VERDICTS, type LivesNeeded, MOST_LIVES_NEEDED } from './types.ts';
import type { UsualLevel } from './usual-level.ts';

const Z_ERROR = normalQuantile(1 - FALSE_VERDICTS);

/**
 * How many more LIVEs like those after the change would tell, in four of five cases, if the level
 * really moved as far as it seems: n = s² ÷ ((|shift| ÷ (zα + zβ))² − e²), with s² the variance of one
 * LIVE (from LIVE to LIVE and by counting) and e the error of the usual level, which no LIVE after
 * the change makes smaller. Beyond the cap where that is larger, or never.
 *
 * @param shift ln of the level after ÷ the usual level
 */
export function livesNeeded(
  shift: number,
  usual: UsualLevel,
  after: readonly Reading[],
): LivesNeeded {
  const squares = after.map(
    ({ tally, dispersion }) =>
      usual.spread ** 2 + siteOf(tally, usual.centre + shift, dispersion).variance,
  );
  const square = squares.reduce((sum, one) => sum + one, 0) / squares.length;
  const room = (shift / (studentised(usual.degrees) + Z_POWER)) ** 2 - usual.error ** 2;
  const more = Math.max(1, Math.ceil(square / room - after.length));
  return room > 0 && more <= MOST_LIVES_NEEDED
    ? { state: 'about', lives: more }
    : { state: 'beyond', lives: MOST_LIVES_NEEDED };
}

/** The quantile of Student's t, which a spread known from few LIVEs asks for (Cornish and Fisher's expansion). */
function studentised(degrees: number): number {
  const z = Z_ERROR;
  return (
    z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2)
  );
}
