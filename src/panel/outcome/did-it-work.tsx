import type { JSX } from 'preact';
import type { PinnedId } from '../../metrics/board/pinned.ts';
import type { Plan } from '../../metrics/board/plan.ts';
import { testedItem } from '../../metrics/board/plan-edits.ts';
import { Skeleton } from '../design/skeleton.tsx';
import { Tooltip } from '../design/tooltip.tsx';
import { useWords } from '../design/words.ts';
import { type OutcomeView, useOutcome } from '../state/use-outcome.ts';
import { EndPlan } from './end-plan.tsx';
import { VerdictTold } from './told.tsx';
import { TriedLives } from './tried-lives.tsx';
import { Unread } from './unread.tsx';

/** What became of a plan in the LIVEs since: verdict, figures, what to keep in mind, what to do next. */
export function DidItWork({
  plan,
  onEnded,
}: {
  plan: Plan;
  onEnded: (marked: Promise<readonly PinnedId[]>) => void;
}): JSX.Element | null {
  const { say } = useWords();
  const view = useOutcome(plan);
  if (plan.items.length === 0) return null;
  return (
    <section class="card outcome" aria-labelledby="outcome-title">
      <h3 id="outcome-title">
        {say('outcome_title')}{' '}
        <Tooltip label={say('outcome_what_label')}>
          <p>{say('outcome_what')}</p>
          <p class="quiet">{say('outcome_error_rate')}</p>
        </Tooltip>
      </h3>
      <TriedLives plan={plan} view={view} />
      <Body plan={plan} view={view} onEnded={onEnded} />
    </section>
  );
}

function Body({
  plan,
  view,
  onEnded,
}: {
  plan: Plan;
  view: OutcomeView;
  onEnded: (marked: Promise<readonly PinnedId[]>) => void;
}): JSX.Element {
  const { say } = useWords();
  const { tried, outcome, reading, counted } = view;
  if (tried === undefined) return <WaitsFor plan={plan} />;
  // Of a LIVE whose end isn't known the figures are asked for: with them it is known.
  if (tried.phase === 'running') return <p class="quiet">{say('outcome_running')}</p>;
  if (reading) return <Skeleton height="148px" />;
  const first = counted[0];
  return (
    <>
      <Unread view={view} />
      {outcome !== undefined && <VerdictTold plan={plan} outcome={outcome} view={view} />}
      {outcome !== undefined && first !== undefined && (
        <EndPlan plan={plan} outcome={outcome} tried={first} onEnded={onEnded} />
      )}
    </>
  );
}

/** Which LIVE will count, and what is still missing for a verdict. */
function WaitsFor({ plan }: { plan: Plan }): JSX.Element {
  const { say } = useWords();
  const { startsAt, zone } = plan;
  return (
    <p class="quiet">
      {startsAt === undefined
        ? say('outcome_waits')
        : say('outcome_waits_until', {
            at: { kind: 'instant', at: startsAt, zone, style: 'both' },
          })}{' '}
      {testedItem(plan)?.metric === undefined && say('outcome_untested')}
    </p>
  );
}
