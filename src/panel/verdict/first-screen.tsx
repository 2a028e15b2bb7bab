import type { ComponentChildren, JSX } from 'preact';
import type { Report } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import { FixFirst } from './fix-first.tsx';
import { LastLives } from './last-lives.tsx';
import { StepList } from './step-list.tsx';
import { VerdictLine } from './verdict-line.tsx';
import './verdict.css';

/**
 * The first screen: how the LIVE went and against what, where the money went, and what to fix first.
 * `children` is how it went from minute to minute, below the steps where there is room, else below the advice.
 */
export function FirstScreen({
  report,
  session,
  children,
}: {
  report: Report;
  session: Session;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="verdict">
      <div class="verdict-lead">
        <VerdictLine report={report} />
        {session.room.status !== 'live' && <LastLives report={report} />}
        <StepList report={report} />
      </div>
      <FixFirst report={report} session={session} />
      <div class="verdict-course">{children}</div>
    </div>
  );
}
