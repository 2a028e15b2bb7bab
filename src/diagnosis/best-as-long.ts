import type { MetricId } from '../metrics/catalogue.ts';
import type { Session } from '../metrics/session.ts';
import type { Seconds } from '../metrics/time.ts';
import { levelIn } from './level-in.ts';
import { bestStretch } from './replay-cut.ts';

/** So much longer or shorter, as a share of the clip, two stretches are still alike. */
const SLACK = 0.25;

/**
 * How high a metric stood in the best stretch of a LIVE that is as long as a clip, in the metric's own unit: what a
 * clip, which is the best stretch of another LIVE, can be held against. A whole LIVE can't: its best minutes always
 * beat it. Undefined where the LIVE's course doesn't show the metric, or not in steps of such a length.
 *
 * @param length of the clip
 */
export function bestAsLong(
  session: Session,
  metric: MetricId,
  length: Seconds,
): number | undefined {
  const stretch = bestStretch(session, metric, length);
  if (stretch === undefined) return undefined;
  const apart = Math.abs(stretch.to - stretch.from - length);
  return apart > length * SLACK ? undefined : levelIn(session, metric, stretch);
}
