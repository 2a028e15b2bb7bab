import type { MetricId } from '../catalogue.ts';
import type { MessageKey } from '../text.ts';

/** A metric that must not pay for the change under test, and why that one. */
export interface GuardRail {
  readonly metric: MetricId;
  readonly why: MessageKey;
}

/**
 * What each step's gain is usually paid with: the step next to it that gets worse when the gain is
 * bought instead of earned. More impressions and a louder cover bring people who came for something
 * else, more taps on products people who only look; cheaper offers win orders and shrink them, and
 * dearer baskets lose them. GMV an hour comes last, because it moves with everything. Chosen by us; no source
 * measures it.
 */
const rails: Readonly<Partial<Record<MetricId, GuardRail>>> = {
  impressionsPerHour: { metric: 'ctor', why: 'plan_rail_why_impressionsPerHour' },
  tapThroughRate: { metric: 'liveCtr', why: 'plan_rail_why_tapThroughRate' },
  liveCtr: { metric: 'ctor', why: 'plan_rail_why_liveCtr' },
  ctor: { metric: 'aov', why: 'plan_rail_why_ctor' },
  aov: { metric: 'ctor', why: 'plan_rail_why_aov' },
};

const whole: GuardRail = { metric: 'gmvPerHour', why: 'plan_rail_why_gmvPerHour' };

/** The guard rail for a change that is told by `metric`; none where nothing but the whole would be left to watch itself. */
export function guardRailOf(metric: MetricId): GuardRail | undefined {
  return rails[metric] ?? (metric === whole.metric ? undefined : whole);
}
