import { funnelKindOf, stepMetric } from '../../../diagnosis/decomposition/funnel-kind.ts';
import { changeOf } from '../../../diagnosis/outcome/change.ts';
import { aroundOf } from '../../../diagnosis/outcome/outcome.ts';
import type { Verdict } from '../../../diagnosis/outcome/types.ts';
import { isChange } from '../../../diagnosis/outcome/types.ts';
import { stepIds } from '../../../diagnosis/report.ts';
import type { PastLive } from '../../../metrics/benchmark.ts';
import type { MetricId } from '../../../metrics/catalogue.ts';
import { completeSession } from '../../../metrics/complete/complete-session.ts';
import { spanOf } from '../../../metrics/live/length.ts';
import type { CurrencyCode } from '../../../metrics/money.ts';
import type { Session } from '../../../metrics/session.ts';

/** One figure of one LIVE against what the earlier ones made usual, nothing changed on purpose that is known. */
export interface Ahead {
  /** The LIVE's place among those of its file, oldest first. */
  readonly place: number;
  readonly metric: MetricId;
  /** Whether the figure as it was counted lies in the band of nine ordinary LIVEs of ten. */
  readonly inBand: boolean;
  readonly verdict: Verdict;
}

/** The most recent LIVEs that count as earlier ones. */
const MOST_EARLIER = 60;

/**
 * Judges each LIVE, from `fewest` earlier ones on, as the engine judges the LIVE after a plan that was
 * made from the LIVE before it.
 *
 * @param sessions of one account, in any order
 */
export function aheadOf(
  sessions: readonly Session[],
  metrics: (session: Session) => readonly MetricId[],
  { fewest, currency }: { readonly fewest: number; readonly currency?: CurrencyCode | undefined },
): readonly Ahead[] {
  const inTime = sessions
    .map(completeSession)
    .toSorted((a, b) => (a.room.startedAt ?? 0) - (b.room.startedAt ?? 0));
  const past = inTime.flatMap((session) => pastLiveOf(session, currency));
  return inTime.flatMap((session, place): readonly Ahead[] => {
    const before = inTime[place - 1];
    if (place < fewest || before === undefined) return [];
    const earlier = past.slice(Math.max(0, place - MOST_EARLIER), place);
    const around = aroundOf(before, [session], earlier);
    if (around === undefined) return [];
    return metrics(session).flatMap((metric): readonly Ahead[] => {
      const change = changeOf(metric, around);
      if (!isChange(change)) return [];
      const { usual, after, verdict } = change;
      const inBand = usual.low <= after.value && after.value <= usual.high;
      return [{ place, metric, inBand, verdict }];
    });
  });
}

/** The five steps of a LIVE, each as the figure that it is there. */
export function stepMetricsOf(session: Session): readonly MetricId[] {
  const kind = funnelKindOf(session.figures);
  return stepIds.map((step) => stepMetric(step, kind));
}

function pastLiveOf(session: Session, currency: CurrencyCode | undefined): readonly PastLive[] {
  const span = spanOf(session.room);
  if (span === undefined) return [];
  const { room, figures } = session;
  const { from: startedAt, to: endedAt } = span;
  return [
    { room: room.id, startedAt, endedAt, figures, ...(currency === undefined ? {} : { currency }) },
  ];
}
