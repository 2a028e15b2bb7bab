import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Deed } from '../../diagnosis/plan/proposal.ts';
import type { Finding, Report } from '../../diagnosis/report.ts';
import { guardRailOf } from '../../metrics/board/guard-rail.ts';
import { added, planOf } from '../../metrics/board/make-plan.ts';
import type { Pinned } from '../../metrics/board/pinned.ts';
import type { Plan, PlanItem } from '../../metrics/board/plan.ts';
import { isFull, putBack, removed } from '../../metrics/board/plan-edits.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import { useApp } from '../state/app.ts';
import { deedInPlan, deedOfFinding, deedOfPinned } from '../state/proposals.ts';
import { baseLive } from './base-live.ts';
import { useWhich } from './use-which.ts';

/** Puts a factor into the plan for the next LIVE, or takes it out again. */
export function AddFinding({
  finding,
  report,
  look = 'plain',
}: {
  finding: Finding;
  report: Report;
  look?: 'plain' | 'primary';
}): JSX.Element {
  const app = useApp();
  return (
    <AddToPlan
      deed={deedOfFinding(finding, report, app)}
      look={look}
      tests={finding.state === 'gap' && finding.money !== undefined}
      from={app.room.view.value.id ?? report.room}
      isIn={({ factor }) => factor === finding.factor}
      simulated={report.simulated}
    />
  );
}

/** Puts a thing from the board into the plan for the next LIVE, or takes it out again. */
export function AddPinned({ pinned }: { pinned: Pinned }): JSX.Element | null {
  const { room, list } = useApp();
  const which = useWhich();
  return (
    <AddToPlan
      deed={deedOfPinned(pinned)}
      tests={false}
      from={baseLive(room.view.value.id, list.view.value.rooms)}
      isIn={(item) => item.pinned === pinned.id}
      simulated={which === 'sample'}
    />
  );
}

/** What was taken out comes back with the seller's own words by the next press. */
function AddToPlan({
  deed,
  tests,
  from,
  isIn,
  simulated,
  look = 'plain',
}: {
  deed: Deed;
  /** Whether it may be the change under test of a plan that has none. */
  tests: boolean;
  /** The LIVE that a new plan is made from; without one there can only be added to a plan. */
  from: RoomId | undefined;
  isIn: (item: PlanItem) => boolean;
  simulated: boolean;
  look?: 'plain' | 'primary';
}): JSX.Element | null {
  const { t, write } = useI18n();
  const app = useApp();
  const said = useSignal('');
  const plan = app.plans.view.value.plans.find(({ state }) => state === 'open');
  const there = plan?.items.find(isIn);
  const title = { title: { kind: 'phrase', phrase: deed.title } } as const;
  const toggle = async (): Promise<void> => {
    const done = there === undefined ? 'plan_said_added' : 'plan_said_removed';
    const reply = await (there !== undefined && plan !== undefined
      ? app.plans.change(plan.id, removed(there))
      : add(plan));
    if (reply === undefined) return;
    said.value = reply.ok ? t(done, title) : write(reply.fault.text);
  };
  const add = (open: Plan | undefined) => {
    const item = deedInPlan(open, deed, tests);
    if (open !== undefined) {
      const taken = app.plans.taken(open, isIn);
      return app.plans.change(
        open.id,
        taken === undefined ? added(open, [item], write) : putBack(open, taken),
      );
    }
    if (from === undefined) return;
    const rail = item.role === 'tested' && deed.metric !== undefined && guardRailOf(deed.metric);
    return app.plans.add(
      planOf({
        chosen: [item],
        guardRail: rail ? rail.metric : undefined,
        room: from,
        title: t('plan_title'),
        simulated,
        at: app.ports.now(),
        write,
      }),
    );
  };
  if (plan === undefined && from === undefined) return null;
  return (
    <span>
      <Button
        look={there === undefined ? look : 'plain'}
        disabled={plan !== undefined && there === undefined && isFull(plan)}
        aria-pressed={there !== undefined}
        aria-label={t(there === undefined ? 'plan_put_label' : 'plan_put_out_label', title)}
        icon={there === undefined ? undefined : 'check'}
        onClick={() => void toggle()}
      >
        {t(there === undefined ? 'plan_put' : 'plan_put_in')}
      </Button>
      <span role="status">
        <VisuallyHidden>{said.value}</VisuallyHidden>
      </span>
    </span>
  );
}
