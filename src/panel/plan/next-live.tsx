import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Plan, PlanId } from '../../metrics/board/plan.ts';
import { useI18n } from '../design/i18n.ts';
import { Loaded } from '../design/loaded.tsx';
import { Section } from '../design/section.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { useApp } from '../state/app.ts';
import './plan.css';
import type { InView } from './in-view.ts';
import { OpenPlan } from './open-plan.tsx';
import { PastPlans } from './past-plans.tsx';
import { PlanFault } from './plan-fault.tsx';
import { Progress } from './progress.tsx';
import { Proposed } from './proposed.tsx';
import { Undone } from './undone.tsx';
import { useWhich } from './use-which.ts';

/** A seller without plans has nothing that could have come of one. */
const outcomes = () => import('../outcome/outcomes.tsx').then(({ Outcomes }) => Outcomes);

/** Section 6: what to do differently in the next LIVE, made of the diagnosis and the board. */
export function NextLive({ inView }: { inView: InView | undefined }): JSX.Element {
  const { t } = useI18n();
  const app = useApp();
  const which = useWhich();
  const { plans, known, fault, joined } = app.plans.view.value;
  const open = plans.find(({ state }) => state === 'open');
  /** The plan that was just closed, for the way back; once it is gone or open again there is none. */
  const closed = useSignal<PlanId | undefined>(undefined);
  const justClosed = plans.some(({ id, state }) => id === closed.value && state === 'closed');
  const isOver = closed.value !== undefined && known && !justClosed;
  useEffect(() => {
    if (isOver) closed.value = undefined;
  }, [isOver, closed]);
  const close = (plan: Plan): void => {
    closed.value = plan.id;
    void app.plans.change(plan.id, { state: 'closed' });
  };
  const reopen = (id: PlanId): void => void app.plans.change(id, { state: 'open' });
  return (
    <Section
      id="next"
      title={t('plan_title')}
      aside={open === undefined ? undefined : <Progress plan={open} />}
    >
      {fault !== undefined && <PlanFault fault={fault} which={which} />}
      {!known && <Skeleton height="96px" />}
      {open === undefined && justClosed && closed.value !== undefined && (
        <Undone
          text={t('outcome_ended')}
          onUndo={() => closed.value !== undefined && reopen(closed.value)}
        />
      )}
      {known && open === undefined && inView !== undefined && <Proposed {...inView} />}
      {open !== undefined && joined === true && <p role="status">{t('plan_joined')}</p>}
      {open !== undefined && (
        <OpenPlan key={open.id} plan={open} inView={inView} onClose={() => close(open)} />
      )}
      {known && plans.length > 0 && <Loaded load={outcomes} props={{ plans }} />}
      <PastPlans plans={plans.filter((plan) => plan !== open)} idle={open === undefined} />
    </Section>
  );
}
