import { factors } from '../../diagnosis/factors/index.ts';
import { judgedBy } from '../../diagnosis/plan/judged-by.ts';
import {
  type Deed,
  ofFinding,
  ofPinned,
  type Proposal,
  type ProposedItem,
  proposePlan,
} from '../../diagnosis/plan/proposal.ts';
import { besideTest, blurOf } from '../../diagnosis/plan/role.ts';
import { type Finding, type Report, stepIds } from '../../diagnosis/report.ts';
import { isSameAction } from '../../metrics/board/merge-plans.ts';
import type { Pinned } from '../../metrics/board/pinned.ts';
import type { Plan, PlanItem } from '../../metrics/board/plan.ts';
import { testedOf } from '../../metrics/board/plan-edits.ts';
import type { MetricId } from '../../metrics/catalogue.ts';
import type { App } from './app.ts';

type Board = Pick<App, 'board'>;

/** A plan as a LIVE's report and the board propose it. */
export function proposalFor(report: Report, { board }: Board): Proposal {
  return proposePlan(report, board.view.value.pinned);
}

/** What is proposed and not in the plan yet; only an empty plan gets a change under test from it. */
export function proposedBeside(plan: Plan, report: Report, app: Board): readonly ProposedItem[] {
  const under = testedOf(plan);
  return proposalFor(report, app)
    .items.filter((item) => plan.items.every((there) => !isSameAction(there, item)))
    .map((item) =>
      under === undefined ? item : { ...item, ...besideTest(item, under, plan.guardRail) },
    );
}

/** What a factor asks to be done, with the first thing on the board that shows it and is still to try. */
export function deedOfFinding(finding: Finding, report: Report, { board }: Board): Deed {
  const toTry = board.view.value.pinned.filter(({ status }) => status === 'to-try');
  return ofFinding(finding, report, toTry);
}

/** What a thing on the board asks to be done. */
export const deedOfPinned = (pinned: Pinned): Deed => ofPinned(pinned);

/**
 * A deed as an item of a plan, of a new one where none is open.
 *
 * @param tests whether it may be the change under test of a plan that has none
 */
export function deedInPlan(plan: Plan | undefined, deed: Deed, tests: boolean): ProposedItem {
  const under = plan === undefined ? undefined : testedOf(plan);
  if (under === undefined && tests) return { ...deed, role: 'tested' };
  return { ...deed, ...besideTest(deed, under, plan?.guardRail) };
}

/** The figure by which an item blurs the one under test; undefined where the two can be told apart. */
export function blurredBy(item: PlanItem, plan: Plan): MetricId | undefined {
  return blurOf(item, testedOf(plan), plan.guardRail);
}

/** Figures by which a change can be told: the steps of GMV an hour, and the whole. */
export const telling: readonly MetricId[] = [...stepIds, 'gmvPerHour'];

/** The figures that can judge an item: those, the one that does, and the one that its factor names. */
export function judges({ metric: chosen, factor }: PlanItem): readonly MetricId[] {
  const known = factors.find(({ id }) => id === factor);
  const own = [chosen, known === undefined ? undefined : judgedBy(known)];
  return [...new Set([...telling, ...own.filter((id) => id !== undefined)])];
}
