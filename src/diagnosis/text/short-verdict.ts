import type { ShortVerdict } from '../../metrics/short-verdict.ts';
import type { LiveVerdict } from '../report.ts';
import { isSame } from '../statistics/same.ts';

const tones = { below: 'low', usual: 'plain', above: 'high' } as const;

/** From which difference on a LIVE within the usual range is told with it: beside its two figures "as usual" alone looks wrong. */
const TOLD_FROM = 0.1;

/** How a LIVE within the usual range is called; all but the first have a {share} for its difference. */
export const usualWords = (difference: number) =>
  Math.abs(difference) < TOLD_FROM
    ? 'verdict_as_usual'
    : difference < 0
      ? 'verdict_usual_below'
      : 'verdict_usual_above';

/** A verdict in its shortest form; undefined where the LIVE can't be compared. */
export function shortVerdict({
  isAsUsual,
  difference,
  side,
  reference,
}: Pick<LiveVerdict, 'isAsUsual' | 'difference' | 'side' | 'reference'>): ShortVerdict | undefined {
  if (difference === undefined || side === undefined || reference === undefined) return undefined;
  // Outside of what is usual on the side that the difference says.
  const isOut = side === 'below' ? difference < 0 : side === 'above' && difference > 0;
  const isFlat = isAsUsual || isSame(1 + difference, 1);
  return {
    shape: isFlat ? 'flat' : difference < 0 ? 'down' : 'up',
    tone: isOut && !isFlat ? tones[side] : 'plain',
    share: Math.round(Math.abs(difference) * 100) / 100,
    versus: reference.versus,
  };
}
