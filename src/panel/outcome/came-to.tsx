import type { JSX } from 'preact';
import { isChange } from '../../diagnosis/outcome/change.ts';
import { testedItem } from '../../diagnosis/outcome/outcome.ts';
import type { Plan } from '../../metrics/board/plan.ts';
import { metric } from '../../metrics/catalogue.ts';
import { toMs } from '../../metrics/time.ts';
import { formatInstant } from '../../platform/format.ts';
import { useWords } from '../design/words.ts';
import './outcome.css';
import { ratioText, reasonText, verdictNow } from './sentences.ts';
import { useOutcome } from './use-outcome.ts';
import { VerdictMark } from './verdict.tsx';

/**
 * What a past plan came to, in brief, by the verdict that the seller ended it with; where that is another
 * today, it is said. Its LIVEs are read from the archive first.
 */
export function CameTo({ plan }: { plan: Plan }): JSX.Element {
  const { say, write, locale } = useWords();
  const { outcome, today, after, reading } = useOutcome(plan);
  const change = outcome?.tested?.change;
  const changed = verdictNow(change, today?.tested?.change);
  const item = testedItem(plan);
  const room = after[0]?.room;
  return (
    <div class="outcome-past">
      <span class="outcome-item">
        {item !== undefined && <b>{item.title}</b>}{' '}
        {isChange(change) && <VerdictMark verdict={change.verdict} />}
      </span>
      <span class="small">
        {isChange(change) && `${say(metric(change.metric).name)}: ${write(ratioText(change))}`}
        {change !== undefined && 'none' in change && write(reasonText(change.metric, change.none))}
        {change === undefined && say(reading ? 'outcome_reading' : 'outcome_past_untold')}
      </span>
      {changed !== undefined && (
        <span class="small">
          {say('outcome_past_today')} <VerdictMark verdict={changed} />
        </span>
      )}
      <span class="small quiet">
        {[
          room?.startedAt === undefined
            ? undefined
            : formatInstant(toMs(room.startedAt), room.zone, locale, 'date'),
          plan.afterwards === undefined
            ? undefined
            : say(plan.afterwards === 'kept' ? 'outcome_was_kept' : 'outcome_was_taken_back'),
          outcome?.guardRail?.suffered === true
            ? say('outcome_past_suffered', {
                metric: { kind: 'message', message: metric(outcome.guardRail.change.metric).name },
              })
            : undefined,
        ]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </span>
    </div>
  );
}
