import { isMoneyMetric, type MetricId, metric, metricIds } from '../../metrics/catalogue.ts';
import { stepMetrics } from '../decomposition/funnel-kind.ts';
import { isSame } from '../statistics/same.ts';
import type { Interval } from '../statistics/trials.ts';
import { type FunnelKind, stepIds } from '../step-id.ts';
import { sideOfBand } from '../usual-side.ts';
import type { ComparedSide } from './compared-side.ts';
import { isApart, relativeRange } from './log-reading.ts';

/**
 * What a difference comes to. `same`: it is shown as 0 %. `apart`: more than chance explains. `chance`: counts
 * this small differ so by themselves. `usual`: within the usual range. `unusual`: outside of it. `untold`: how
 * far chance reaches isn't known. `total`: it grows with the length. `currencies`: in two of them. `doubt`: its LIVE's own
 * counts contradict one of the figures. `missing`: one
 * figure isn't known.
 */
type PairReading =
  | 'same'
  | 'apart'
  | 'chance'
  | 'usual'
  | 'unusual'
  | 'untold'
  | 'total'
  | 'currencies'
  | 'doubt'
  | 'missing';

/** One figure on both sides. Differences are first against second, as a LIVE is held against its reference. */
export interface FigurePair {
  readonly metric: MetricId;
  readonly first?: number;
  readonly second?: number;
  /** First − second, in the figure's unit. */
  readonly difference?: number;
  /** First ÷ second − 1; none where both are shown as the same. */
  readonly relative?: number;
  /** The 90 % interval of `relative`, by the noise of counting. */
  readonly range?: Interval;
  readonly reading: PairReading;
}

/** Every figure that either side tells of, in the order of the catalogue. */
export function figurePairs(
  first: ComparedSide,
  second: ComparedSide,
  kind: FunnelKind,
): readonly FigurePair[] {
  return metricIds
    .filter((id) => first.valueOf(id) !== undefined || second.valueOf(id) !== undefined)
    .map((id) =>
      pairOf(id, [first.valueOf(id), second.valueOf(id)], {
        first,
        second,
        kind,
        isReported: true,
      }),
    );
}

/** The five steps on both sides, from the top; all five, known or not. */
export function stepPairs(
  first: ComparedSide,
  second: ComparedSide,
  kind: FunnelKind,
): readonly FigurePair[] {
  const [mine, theirs] = [first.stepsOf(kind), second.stepsOf(kind)];
  const metrics = stepMetrics(kind);
  return stepIds.map((id) =>
    // By its counts, as the funnel takes them: what contradicts those is the rate beside them.
    pairOf(metrics[id], [mine[id], theirs[id]], { first, second, kind, isReported: false }),
  );
}

function pairOf(
  id: MetricId,
  [one, other]: readonly [number | undefined, number | undefined],
  {
    first,
    second,
    kind,
    isReported,
  }: { first: ComparedSide; second: ComparedSide; kind: FunnelKind; isReported: boolean },
): FigurePair {
  const known = {
    metric: id,
    ...(one === undefined ? {} : { first: one }),
    ...(other === undefined ? {} : { second: other }),
  };
  const { comparable, unit } = metric(id);
  if (one === undefined || other === undefined) return { ...known, reading: 'missing' };
  if (isMoneyMetric(id) && first.currency !== second.currency)
    return { ...known, reading: 'currencies' };
  if (!comparable) return { ...known, reading: 'total' };
  if (isReported && (first.isDoubtful(id) || second.isDoubtful(id)))
    return { ...known, reading: 'doubt' };
  const difference = { difference: one - other };
  if (isSame(one, other, { unit, currency: first.currency }))
    return { ...known, ...difference, relative: 0, reading: 'same' };
  const relative = other > 0 ? one / other - 1 : undefined;
  const told = { ...known, ...difference, ...(relative === undefined ? {} : { relative }) };
  const band = first.bandOf(id) ?? second.bandOf(id);
  if (band !== undefined) {
    const live = first.kind === 'usual' ? other : one;
    return { ...told, reading: sideOfBand(live, band) === 'usual' ? 'usual' : 'unusual' };
  }
  const [mine, theirs] = [first.readingOf(id, kind), second.readingOf(id, kind)];
  if (mine === undefined || theirs === undefined) return { ...told, reading: 'untold' };
  // Of a figure at zero the share that it lies apart has no interval that says anything.
  const range =
    relative !== undefined && one > 0 ? relativeRange(relative, mine, theirs) : undefined;
  return {
    ...told,
    ...(range === undefined ? {} : { range }),
    reading: isApart(mine, theirs) ? 'apart' : 'chance',
  };
}
