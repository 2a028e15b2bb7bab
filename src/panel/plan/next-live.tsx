import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Report } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import { Section } from '../design/section.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { useWords } from '../design/words.ts';
import { Outcomes } from '../outcome/outcomes.tsx';
import { useApp } from '../state/app.ts';
import './plan.css';
import { OpenPlan } from './open-plan.tsx';
import { PlanFault } from './plan-fault.tsx';
import { Progress } from './progress.tsx';
import { Proposed } from './proposed.tsx';

/** Section 6: what to do differently in the next LIVE, made of the diagnosis and the board. */
export function NextLive({ report, session }: { report: Report; session: Session }): JSX.Element {
  const { say } = useWords();
  const app = useApp();
  const which = app.settings.settings.value.sample ? 'sample' : 'shop';
  useEffect(() => void app.plans.read(which), [app, which]);
  const { plans, known, fault } = app.plans.view.value;
  const open = plans.find(({ state }) => state === 'open');
  return (
    <Section
      id="next"
      title={say('plan_title')}
      aside={open === undefined ? undefined : <Progress plan={open} />}
    >
      {fault !== undefined && <PlanFault fault={fault} which={which} />}
      {!known && <Skeleton height="96px" />}
      {known && open === undefined && <Proposed report={report} session={session} />}
      {open !== undefined && <OpenPlan plan={open} />}
      {known && <Outcomes plans={plans} />}
    </Section>
  );
}
