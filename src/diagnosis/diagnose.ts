import type { Benchmark, PastLive } from '../metrics/benchmark.ts';
import type { MetricId } from '../metrics/catalogue.ts';
import { completeSession } from '../metrics/complete/complete-session.ts';
import { coveredHours } from '../metrics/live/length.ts';
import type { Session } from '../metrics/session.ts';
import { historyOf } from './benchmark/history.ts';
import { comparisonsOf } from './comparisons.ts';
import { currencyOf } from './currency.ts';
import { type Funnel, funnelOf } from './decomposition/funnel.ts';
import { funnelKindOf, stepMetric } from './decomposition/funnel-kind.ts';
import { gapOf } from './decomposition/gap.ts';
import type { Factor } from './factor.ts';
import { factors as allFactors } from './factors/index.ts';
import { findingsOf } from './findings.ts';
import { matchedLives } from './potential/conditions.ts';
import { potentialOf } from './potential/potential.ts';
import type { Comparison, Potential, Report, StepId, TargetChoice } from './report.ts';
import { standingOf } from './standing.ts';
import { type TargetOf, targetsOf } from './target.ts';
import { narrativeOf } from './text/narrative.ts';
import { summaryOf } from './text/summary.ts';
import { knowledgeOf } from './uncertainty/steps.ts';

export interface DiagnosisInput {
  readonly session: Session;
  /** What to compare with; see benchmarkFor. */
  readonly benchmark: Benchmark;
  /** Archived LIVEs of the same account; those that the session itself reports are added. */
  readonly history: readonly PastLive[];
  readonly options?: {
    /** The factors to judge by, in place of all. */
    readonly factors?: readonly Factor[];
    /** What the steps are held against; what is attainable unless said otherwise. */
    readonly target?: TargetChoice;
  };
}

/**
 * The whole diagnosis of one LIVE. Pure: the same input gives the same report, whatever the time of
 * day. What is missing stays missing and is named; no figure of the report is NaN or infinite.
 */
export function diagnose({ session, benchmark, history, options }: DiagnosisInput): Report {
  const complete = completeSession(session);
  const past = historyOf(session, history);
  const currency = currencyOf(session);
  const targetOf = targetsOf(benchmark, past, currency);

  const funnel = funnelIn(session, complete);
  const { kind } = funnel;
  const gap = gapOf(funnel, (id) => targetOf(stepMetric(id, kind))?.figure, currency);
  const comparisons = comparisonsOf(complete, past, targetOf);
  const potential = potentialIn(complete, funnel, past, targetOf, options?.target);
  const findings = findingsOf(
    options?.factors ?? allFactors,
    { session: complete, compare: lookup(comparisons), gap, history: past, kind },
    potential,
  );
  return {
    version: 1,
    room: session.room.id,
    ...(currency === undefined ? {} : { currency }),
    basis: benchmark.basis,
    ...(benchmark.category === undefined ? {} : { category: benchmark.category }),
    ...(benchmark.feed === undefined ? {} : { feed: benchmark.feed }),
    simulated: session.simulated === true,
    funnel: kind,
    standing: standingOf(session, comparisons, gap, kind),
    summary: summaryOf(gap, potential, findings, currency),
    narrative: narrativeOf(gap, potential, currency),
    gap,
    ...(potential === undefined ? {} : { potential }),
    comparisons,
    findings,
    history: past,
  };
}

/**
 * The funnel of a LIVE. A count recovered from a rate is that rate rounded, so it reads the session as it
 * came, and what was worked out only where a step can't be had otherwise.
 */
function funnelIn(session: Session, complete: Session): Funnel {
  const hours = coveredHours(session);
  const kind = funnelKindOf(complete.figures);
  const asItCame = funnelOf(session.figures, hours, kind);
  return asItCame.missing.length === 0
    ? asItCame
    : funnelOf({ ...complete.figures, ...session.figures }, hours, kind);
}

function lookup(comparisons: readonly Comparison[]): (metric: MetricId) => Comparison {
  const byMetric = new Map(comparisons.map((comparison) => [comparison.metric, comparison]));
  return (metric) => byMetric.get(metric) ?? { metric, verdict: { none: 'not-reported' } };
}

/** What the steps could bring; undefined unless all five are known. */
function potentialIn(
  session: Session,
  funnel: Funnel,
  past: readonly PastLive[],
  targetOf: TargetOf,
  choice: TargetChoice = { kind: 'attainable' },
): Potential | undefined {
  const { lives, conditions } = matchedLives(session, past);
  const lineOf = (id: StepId) => targetOf(stepMetric(id, funnel.kind))?.figure;
  const knowledge = knowledgeOf({
    session,
    funnel,
    past: lives,
    currency: currencyOf(session),
    lineOf: (id) => {
      const line = lineOf(id);
      return line?.basis === 'own' ? undefined : line?.value;
    },
  });
  return knowledge === undefined
    ? undefined
    : potentialOf({ knowledge, choice, conditions, lineOf, seed: session.room.id });
}
