import { coveredHours } from '../metrics/live/length.ts';
import { gapOf } from './decomposition/gap.ts';
import type { Factor, RecordingJudgeOf } from './factor.ts';
import { factors as allFactors } from './factors/index.ts';
import { findingsOf } from './findings.ts';
import { fixesOf } from './fixes.ts';
import { type LiveInput, liveContext } from './live-context.ts';
import { potentialIn } from './potential/potential-in.ts';
import type { Report, TargetChoice } from './report.ts';
import { standingOf } from './room-standing.ts';
import { narrativeOf } from './text/narrative.ts';
import { summaryOf } from './text/summary.ts';
import { versusOf } from './text/versus-of.ts';
import { type PastDetails, timelineReportOf } from './timeline-report.ts';
import { verdictOf } from './verdict.ts';

export interface DiagnosisInput extends LiveInput {
  /** What is known of the earlier LIVEs beyond their figures. */
  readonly past?: PastDetails;
  /** What judges by the measures of the recordings, where that of the LIVE was measured. */
  readonly recordings?: RecordingJudgeOf | undefined;
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
export function diagnose(input: DiagnosisInput): Report {
  const live = liveContext(input);
  const { session, currency, funnel, past, comparisons, compare } = live;
  const { benchmark, options } = input;
  const gap = gapOf(funnel, live.lineOf, currency);
  const potential = potentialIn(live, options?.target);
  const { kind } = funnel;
  const verdict = verdictOf(live, versusOf(benchmark.basis, options?.target?.kind), potential);
  const timeline = timelineReportOf({
    session,
    history: past,
    currency,
    ...input.past,
  });
  const recording = input.recordings?.(input.session, () =>
    timeline.changes.state === 'told' ? timeline.changes.value.map(({ at }) => at) : [],
  );
  const findings = findingsOf(
    options?.factors ?? allFactors,
    { session, compare, gap, history: past, currency, kind, recording },
    potential,
  );
  let fixes: Report['fixes'] | undefined;
  return {
    version: 1,
    room: session.room.id,
    ...(currency === undefined ? {} : { currency }),
    basis: benchmark.basis,
    ...(benchmark.category === undefined ? {} : { category: benchmark.category }),
    ...(benchmark.feed === undefined ? {} : { feed: benchmark.feed }),
    simulated: session.simulated === true,
    funnel: kind,
    standing: standingOf(session, comparisons, gap, funnel),
    summary: summaryOf(gap, potential, findings, currency),
    verdict,
    narrative: narrativeOf(verdict, potential, currency),
    gap,
    ...(potential === undefined ? {} : { potential }),
    comparisons,
    findings,
    history: past,
    timeline,
    // How the LIVE went is among them, which nobody may ask for.
    get fixes() {
      fixes ??= fixesOf({
        findings,
        timeline,
        hours: coveredHours(input.session),
        currency,
      });
      return fixes;
    },
    get headline() {
      return this.fixes[0]?.headline ?? verdict.headline;
    },
  };
}
