import { Z_POWER } from '../statistics/constants.ts';
import { t95 } from '../statistics/student.ts';
import { siteOf } from '../uncertainty/tally.ts';
import type { Reading } from './reading.ts';
import { inARow, strayedIn } from './shift.ts';
import { type LivesNeeded, MOST_LIVES_NEEDED } from './types.ts';
import type { UsualLevel } from './usual-level.ts';

/**
 * How many more LIVEs like those after the change would tell, in four of five cases, if the level
 * really moved as far as it seems: the first n with s² ÷ n + d² · strayed(n) ≤ (|shift| ÷ (zα + zβ))² − e², with
 * s² the variance of one LIVE (from LIVE to LIVE and by counting), d the drift and e the error of the usual
 * level, which no LIVE after the change makes smaller. Beyond the cap where that is larger, or never.
 *
 * @param shift ln of the level after ÷ the usual level
 * @param places how many LIVEs of the shop after the first each comes; in a row unless said
 */
export function livesNeeded(
  shift: number,
  usual: UsualLevel,
  after: readonly Reading[],
  places: readonly number[] = inARow(after.length),
): LivesNeeded {
  const squares = after.map(
    ({ tally, dispersion }) =>
      usual.spread ** 2 + siteOf(tally, usual.centre + shift, dispersion).variance,
  );
  const square = squares.reduce((sum, one) => sum + one, 0) / squares.length;
  const drift = usual.parts.reduce((sum, part) => sum + part.chance * part.drift ** 2, 0);
  const room = (shift / (t95(usual.degrees) + Z_POWER)) ** 2 - usual.error ** 2;
  const all = [...places];
  for (let more = 1; more <= MOST_LIVES_NEEDED; more++) {
    all.push((all.at(-1) ?? -1) + 1);
    if (square / all.length + drift * strayedIn(all) <= room)
      return { state: 'about', lives: more };
  }
  return { state: 'beyond', lives: MOST_LIVES_NEEDED };
}
