import type { MetricId } from '../../metrics/catalogue.ts';

/**
 * What a change does in the next LIVE. `tested`: the one that is judged. `along`: does no harm to the
 * judgement. `waits`: moves the figure that is judged, or the guard rail, so that nobody could tell
 * afterwards which of the two did it.
 */
export type Role = 'tested' | 'along' | 'waits';

interface Told {
  readonly metric?: MetricId | undefined;
}

/** What a change that is not under test does beside the one that is. */
export function roleOf(
  item: Told,
  tested: Told | undefined,
  guardRail: MetricId | undefined,
): Exclude<Role, 'tested'> {
  const { metric } = item;
  if (metric === undefined || tested?.metric === undefined) return 'along';
  return metric === tested.metric || metric === guardRail ? 'waits' : 'along';
}
