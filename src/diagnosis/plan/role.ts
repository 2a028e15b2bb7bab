import type { MetricId } from '../../metrics/catalogue.ts';
import { factors } from '../factors/index.ts';

/**
 * What a change does in the next LIVE. `tested`: the one that is judged. `along`: does no harm to the
 * judgement. `waits`: moves the figure that is judged, or the guard rail, so that nobody could tell
 * afterwards which of the two did it.
 */
type Role = 'tested' | 'along' | 'waits';

interface Change {
  readonly metric?: MetricId | undefined;
  readonly factor?: string | undefined;
}

/** Moved by every step, and judges what moves several of them at once. */
const WHOLE: MetricId = 'gmvPerHour';

/** A change's role, and by which figure it blurs the one under test where it had better wait. */
export interface InTest {
  readonly role: Role;
  readonly blurs?: MetricId;
}

/** What a change that is not under test does beside the one that is. */
export function besideTest(
  change: Change,
  tested: Change | undefined,
  guardRail: MetricId | undefined,
): InTest {
  const blurs = blurOf(change, tested, guardRail);
  return blurs === undefined ? { role: 'along' } : { role: 'waits', blurs };
}

/**
 * The figure by which a change blurs the one under test: what judges it or what its factor explains,
 * where that is the tested figure or the guard rail too, or where either is the whole. Undefined
 * where the two can be told apart, and for what keeps the shop healthy: nobody leaves a best seller out of
 * stock for the sake of a test.
 */
export function blurOf(
  { metric, factor }: Change,
  tested: Change | undefined,
  guardRail: MetricId | undefined,
): MetricId | undefined {
  const judged = tested?.metric;
  if (judged === undefined) return undefined;
  const known = factors.find(({ id }) => id === factor);
  if (known?.isHygiene) return undefined;
  const moved = [metric, known?.moneyOf ?? known?.explains].filter((id) => id !== undefined);
  return moved.find((id) => id === judged || id === guardRail || id === WHOLE || judged === WHOLE);
}
