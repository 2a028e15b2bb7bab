import type { JSX } from 'preact';
import type { Plan } from '../../metrics/board/plan.ts';
import { AddItem } from './add-item.tsx';
import { AddProposed } from './add-proposed.tsx';
import { DueNotice } from './due-notice.tsx';
import { GuardRailPicker } from './guard-rail-picker.tsx';
import type { InView } from './in-view.ts';
import { Items } from './items.tsx';
import { PlanDeeds } from './plan-deeds.tsx';
import { Start } from './start.tsx';

/** The plan that is being worked on: when it is due, what is to be done, and what is watched. */
export function OpenPlan({
  plan,
  inView,
  onClose,
}: {
  plan: Plan;
  inView: InView | undefined;
  onClose: () => void;
}): JSX.Element {
  return (
    <div class="plan">
      <DueNotice plan={plan} />
      <Start plan={plan} zone={plan.zone ?? inView?.session.room.zone} />
      <Items plan={plan} />
      <AddItem plan={plan} />
      <GuardRailPicker plan={plan} />
      {inView !== undefined && <AddProposed plan={plan} report={inView.report} />}
      <PlanDeeds plan={plan} onClose={onClose} />
    </div>
  );
}
