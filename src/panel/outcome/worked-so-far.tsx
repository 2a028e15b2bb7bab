import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { isChange } from '../../diagnosis/outcome/change.ts';
import { testedItem } from '../../diagnosis/outcome/outcome.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { Plan } from '../../metrics/plan.ts';
import { toMs } from '../../metrics/time.ts';
import { formatInstant } from '../../platform/format.ts';
import { Button } from '../design/button.tsx';
import { useWords } from '../design/words.ts';
import { useApp } from '../state/app.ts';
import { ratioText, reasonText } from './sentences.ts';
import { useOutcome } from './use-outcome.ts';
import { VerdictMark } from './verdict.tsx';

/** Plans shown before the seller asks for all: their LIVEs are read from the archive first. */
const FIRST = 5;

/** What earlier plans came to: a small list, read when it is opened. */
export function WorkedSoFar({
  plans,
  idle,
}: {
  plans: readonly Plan[];
  /** Whether no plan is being worked on, so that one of these may be again. */
  idle: boolean;
}): JSX.Element {
  const { say } = useWords();
  const isOpen = useSignal(false);
  const all = useSignal(false);
  const shown = all.value ? plans : plans.slice(0, FIRST);
  return (
    <details
      class="outcome-past"
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
      }}
    >
      <summary>{say('outcome_past', { count: { kind: 'count', value: plans.length } })}</summary>
      {isOpen.value && (
        <ul>
          {shown.map((plan) => (
            <PastPlan key={plan.id} plan={plan} idle={idle} />
          ))}
        </ul>
      )}
      {isOpen.value && shown.length < plans.length && (
        <Button
          look="link"
          onClick={() => {
            all.value = true;
          }}
        >
          {say('outcome_past_all')}
        </Button>
      )}
    </details>
  );
}

function PastPlan({ plan, idle }: { plan: Plan; idle: boolean }): JSX.Element {
  const { say, write, locale } = useWords();
  const app = useApp();
  const { outcome, after, reading } = useOutcome(plan);
  const change = outcome?.tested?.change;
  const item = testedItem(plan);
  const room = after[0]?.room;
  return (
    <li>
      <span class="outcome-item">
        <b>{item?.title ?? plan.title}</b>{' '}
        {isChange(change) && <VerdictMark verdict={change.verdict} />}
      </span>
      <span class="small">
        {isChange(change) && `${say(metric(change.metric).name)}: ${write(ratioText(change))}`}
        {change !== undefined && 'none' in change && write(reasonText(change.metric, change.none))}
        {change === undefined && say(reading ? 'outcome_reading' : 'outcome_past_untold')}
      </span>
      <span class="small quiet">
        {[
          room?.startedAt === undefined
            ? undefined
            : formatInstant(toMs(room.startedAt), room.zone, locale, 'date'),
          plan.afterwards === undefined
            ? undefined
            : say(plan.afterwards === 'kept' ? 'outcome_was_kept' : 'outcome_was_taken_back'),
          outcome?.guard?.suffered === true
            ? say('outcome_past_suffered', {
                metric: { kind: 'message', message: metric(outcome.guard.change.metric).name },
              })
            : undefined,
        ]
          .filter((part) => part !== undefined)
          .join(' · ')}
        {idle && (
          <>
            {' · '}
            <Button
              look="link"
              aria-label={say('outcome_reopen_of', {
                title: { kind: 'text', text: item?.title ?? plan.title },
              })}
              onClick={() => void app.plans.change(plan.id, { state: 'open', afterwards: null })}
            >
              {say('outcome_reopen')}
            </Button>
          </>
        )}
      </span>
    </li>
  );
}
