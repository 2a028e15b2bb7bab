import type { ComponentChildren, JSX } from 'preact';
import type { Report } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import { useApp } from '../state/app.ts';
import { VersusSelect } from '../versus/versus-select.tsx';
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
  const isRunning = session.room.status === 'live';
  const { first, whyNotLongest } = report.verdict;
  const pace = useApp().pace.value;
  const actOn = pace?.state === 'untold' ? first : pace?.step?.id;
  return (
    <div class="verdict">
      <div class="verdict-lead">
        {/* While it runs its pace says how it goes; a LIVE so far is no match for whole ones. */}
        {isRunning ? (
          <div class="verdict-tag">
            <VersusSelect />
          </div>
        ) : (
          <>
            <VerdictLine report={report} session={session} />
            <LastLives report={report} />
          </>
        )}
        {isRunning ? (
          <StepList report={report} first={actOn} />
        ) : (
          <StepList report={report} first={first} whyNotLongest={whyNotLongest} />
        )}
      </div>
      {/* What to do while it runs its pace says; what to fix is for the next LIVE. */}
      {!isRunning && <FixFirst report={report} session={session} />}
      <div class="verdict-course">{children}</div>
    </div>
  );
}
