import type { JSX } from 'preact';
import { useI18n } from '../design/i18n.ts';
import { Section } from '../design/section.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { Outcomes } from '../outcome/outcomes.tsx';
import { useApp } from '../state/app.ts';
import './plan.css';
import type { InView } from './in-view.ts';
import { OpenPlan } from './open-plan.tsx';
import { PastPlans } from './past-plans.tsx';
import { PlanFault } from './plan-fault.tsx';
import { Progress } from './progress.tsx';
import { Proposed } from './proposed.tsx';
import { useWhich } from './use-which.ts';

/** Section 6: what to do differently in the next LIVE, made of the diagnosis and the board. */
export function NextLive({ inView }: { inView: InView | undefined }): JSX.Element {
  const { t } = useI18n();
  const app = useApp();
  const which = useWhich();
  const { plans, known, fault, joined } = app.plans.view.value;
  const open = plans.find(({ state }) => state === 'open');
  return (
    <Section
      id="next"
      title={t('plan_title')}
      aside={open === undefined ? undefined : <Progress plan={open} />}
    >
      {fault !== undefined && <PlanFault fault={fault} which={which} />}
      {!known && <Skeleton height="96px" />}
      {known && open === undefined && inView !== undefined && <Proposed {...inView} />}
      {open !== undefined && joined === true && <p role="status">{t('plan_joined')}</p>}
      {open !== undefined && <OpenPlan key={open.id} plan={open} inView={inView} />}
      {known && <Outcomes plans={plans} />}
      <PastPlans plans={plans.filter((plan) => plan !== open)} idle={open === undefined} />
    </Section>
  );
}
