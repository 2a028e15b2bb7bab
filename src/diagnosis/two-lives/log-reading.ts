import { type MetricId, metric, ratioOf } from '../../metrics/catalogue.ts';
import { numberOf } from '../../metrics/figure.ts';
import type { Session } from '../../metrics/session.ts';
import { perHourIn, stepMetrics } from '../decomposition/funnel-kind.ts';
import { Z90 } from '../statistics/constants.ts';
import type { Interval } from '../statistics/trials.ts';
import { type FunnelKind, type StepMetric, stepIds } from '../step-id.ts';
import { basketScatter } from '../uncertainty/baskets.ts';
import { dispersionOf } from '../uncertainty/dispersion.ts';
import { usualDispersion } from '../uncertainty/steps.ts';
import { guessOf, siteOf, type Tally, tallyOf, tallyOfCounts } from '../uncertainty/tally.ts';
import { usable } from '../usable.ts';

/** A figure's logarithm and how far counting noise lets it stray, as a variance. */
export interface LogReading {
  readonly log: number;
  readonly variance: number;
}

/**
 * What the counts behind a figure leave open: plain counting, times what the LIVE's own trend shows beyond it. Money
 * per hour is the product of the five steps, whose noises add up. Undefined where a count is missing, and for
 * figures that are no rate of counts, such as a mean length of watching.
 *
 * @param session with its figures completed
 */
export function logReadingOf(
  id: MetricId,
  session: Session,
  hours: number | undefined,
  kind: FunnelKind,
): LogReading | undefined {
  const steps = stepMetrics(kind);
  const step = stepIds.map((one) => steps[one]).find((one) => one === id);
  if (step !== undefined) return ofStep(step, session, hours);
  if (id === perHourIn(kind)) {
    const parts = stepIds.flatMap((one) => ofStep(steps[one], session, hours) ?? []);
    const value = numberOf(session.figures, id);
    if (parts.length < stepIds.length || value === undefined || !(value > 0)) return undefined;
    return { log: Math.log(value), variance: sum(parts.map(({ variance }) => variance)) };
  }
  const parts = ratioOf(id);
  if (metric(id).unit !== 'rate' || parts === undefined) return undefined;
  const { figures } = session;
  const tally = tallyOfCounts(
    numberOf(figures, parts.numerator),
    numberOf(figures, parts.denominator),
  );
  return ofTally(tally, usualDispersion(tally, hours, basketScatter(id, figures)));
}

function ofStep(
  id: StepMetric,
  session: Session,
  hours: number | undefined,
): LogReading | undefined {
  const tally = tallyOf(id, session.figures, hours);
  const noise =
    dispersionOf(id, session) ?? usualDispersion(tally, hours, basketScatter(id, session.figures));
  return ofTally(tally, noise);
}

function ofTally(tally: Tally | undefined, dispersion: number): LogReading | undefined {
  if (tally === undefined) return undefined;
  const log = guessOf(tally);
  const variance = usable(siteOf(tally, log, dispersion).variance);
  return variance === undefined || !Number.isFinite(log) ? undefined : { log, variance };
}

/** Whether two figures lie further apart than chance explains, nine times in ten. */
export function isApart(first: LogReading, second: LogReading): boolean {
  return Math.abs(first.log - second.log) > halfWidth(first, second);
}

/** The 90 % interval of first ÷ second − 1 around the difference that was seen; both figures are above zero. */
export function relativeRange(
  relative: number,
  first: LogReading,
  second: LogReading,
): Interval | undefined {
  const half = halfWidth(first, second);
  const low = usable((1 + relative) * Math.exp(-half) - 1);
  const high = usable((1 + relative) * Math.exp(half) - 1);
  return low === undefined || high === undefined ? undefined : { low, high };
}

const halfWidth = (first: LogReading, second: LogReading): number =>
  Z90 * Math.sqrt(first.variance + second.variance);

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
