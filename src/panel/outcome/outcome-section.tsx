import type { JSX } from 'preact';
import type { PinnedId } from '../../metrics/board/pinned.ts';
import type { Plan } from '../../metrics/board/plan.ts';
import { testedItem } from '../../metrics/board/plan-edits.ts';
import { useI18n } from '../design/i18n.ts';
import { Skeleton } from '../design/skeleton.tsx';
import { Tooltip } from '../design/tooltip.tsx';
import { type OutcomeView, useOutcome } from '../state/use-outcome.ts';
import { EndPlan } from './end-plan.tsx';
import { IncompleteFigures } from './incomplete-figures.tsx';
import { OutcomeDetails } from './outcome-details.tsx';
import { TriedLives } from './tried-lives.tsx';

/** What became of a plan in the LIVEs since: verdict, figures, what to keep in mind, what to do next. */
export function OutcomeSection({
  plan,
  onEnded,
}: {
  plan: Plan;
  onEnded: (marked: Promise<readonly PinnedId[]>) => void;
}): JSX.Element | null {
  const { t } = useI18n();
  const view = useOutcome(plan);
  if (plan.items.length === 0) return null;
  return (
    <section class="card outcome" aria-labelledby="outcome-title">
      <h3 id="outcome-title">
        {t('outcome_title')}{' '}
        <Tooltip label={t('outcome_what_label')}>
          <p>{t('outcome_what')}</p>
          <p class="quiet">{t('outcome_error_rate')}</p>
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
  const { t } = useI18n();
  const { tried, outcome, reading, counted } = view;
  if (tried === undefined) return <WaitsFor plan={plan} />;
  // Of a LIVE whose end isn't known the figures are asked for: with them it is known.
  if (tried.phase === 'running') return <p class="quiet">{t('outcome_running')}</p>;
  if (reading) return <Skeleton height="148px" />;
  const first = counted[0];
  return (
    <>
      <IncompleteFigures view={view} />
      {outcome !== undefined && <OutcomeDetails plan={plan} outcome={outcome} view={view} />}
      {outcome !== undefined && first !== undefined && (
        <EndPlan plan={plan} outcome={outcome} tried={first} onEnded={onEnded} />
      )}
    </>
  );
}

/** Which LIVE will count, and what is still missing for a verdict. */
function WaitsFor({ plan }: { plan: Plan }): JSX.Element {
  const { t } = useI18n();
  const { startsAt, zone } = plan;
  return (
    <p class="quiet">
      {startsAt === undefined
        ? t('outcome_waits')
        : t('outcome_waits_until', {
            at: { kind: 'instant', at: startsAt, zone, style: 'both' },
          })}{' '}
      {testedItem(plan)?.metric === undefined && t('outcome_untested')}
    </p>
  );
}
