import type { Benchmark, PastLive } from '../metrics/benchmark.ts';
import type { MetricId } from '../metrics/catalogue.ts';
import { completeSession } from '../metrics/complete/complete-session.ts';
import { coveredHours } from '../metrics/live/length.ts';
import type { CurrencyCode } from '../metrics/money.ts';
import type { Session } from '../metrics/session.ts';
import { historyOf } from './benchmark/history.ts';
import { usualLives } from './benchmark/own.ts';
import { comparisonsOf } from './comparisons.ts';
import { currencyOf } from './currency.ts';
import { type Funnel, funnelOf } from './decomposition/funnel.ts';
import { funnelKindOf } from './decomposition/funnel-kind.ts';
import { type Matched, matchedLives } from './potential/conditions.ts';
import type { BenchmarkFigure, Comparison, StepId } from './report.ts';
import { type TargetOf, targetsOf } from './target.ts';

/** What a diagnosis starts from: one LIVE, what it is compared with, and the account's archived LIVEs. */
export interface LiveInput {
  readonly session: Session;
  readonly benchmark: Benchmark;
  readonly history: readonly PastLive[];
}

/** The facts about one LIVE that everything judged of it rests on. */
export interface LiveContext {
  /** With its figures completed. */
  readonly session: Session;
  /** What its money is counted in. */
  readonly currency: CurrencyCode | undefined;
  /** Hours that its figures cover. */
  readonly hours: number | undefined;
  readonly funnel: Funnel;
  /** Earlier LIVEs of the account, newest first, this one left out. */
  readonly past: readonly PastLive[];
  /** Those of them that compare best. */
  readonly matched: Matched;
  readonly targetOf: TargetOf;
  /** What a step is held against. */
  readonly lineOf: (step: StepId) => BenchmarkFigure | undefined;
  readonly comparisons: readonly Comparison[];
  readonly compare: (metric: MetricId) => Comparison;
}

/** Works each fact about a LIVE out, once and in one place; what judges the LIVE takes them from here. */
export function liveContext({ session, benchmark, history }: LiveInput): LiveContext {
  const complete = completeSession(session);
  const currency = currencyOf(session);
  const hours = coveredHours(session);
  const funnel = funnelIn(session, complete, hours);
  const past = historyOf(session, history, currency);
  const usual = usualLives(past, benchmark.category);
  const targetOf = targetsOf(benchmark, usual, currency);
  const comparisons = comparisonsOf(complete, usual, targetOf, currency);
  return {
    session: complete,
    currency,
    hours,
    funnel,
    past,
    matched: matchedLives(complete, past, hours),
    targetOf,
    lineOf: (step) => targetOf(funnel.metrics[step])?.figure,
    comparisons,
    compare: lookup(comparisons),
  };
}

/**
 * The funnel of a LIVE. A count recovered from a rate is that rate rounded, so it reads the session as it
 * came, and what was worked out only where a step can't be had otherwise.
 */
function funnelIn(session: Session, complete: Session, hours: number | undefined): Funnel {
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
