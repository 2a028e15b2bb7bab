import type { JSX } from 'preact';
import { isChange } from '../../diagnosis/outcome/types.ts';
import type { Plan } from '../../metrics/board/plan.ts';
import { testedItem } from '../../metrics/board/plan-edits.ts';
import { metric } from '../../metrics/catalogue.ts';
import { toMs } from '../../metrics/time.ts';
import { formatInstant } from '../../platform/format.ts';
import { useI18n } from '../design/i18n.ts';
import './outcome.css';
import { useOutcome } from '../state/use-outcome.ts';
import { ratioText, reasonText, verdictNow } from './sentences.ts';
import { VerdictMark } from './verdict.tsx';

/**
 * What a past plan came to, in brief: what the seller was told when it was ended, and today's verdict where
 * that is another. Its LIVEs are read from the archive first.
 */
export function PastOutcome({ plan }: { plan: Plan }): JSX.Element {
  const { t, write, locale } = useI18n();
  const { outcome, today, after, reading } = useOutcome(plan);
  const change = outcome?.tested?.change;
  const told = plan.endedWith?.told;
  const given = told ?? (isChange(change) ? change : undefined);
  const changed = verdictNow(given, told === undefined ? today?.tested?.change : change);
  const item = testedItem(plan);
  const judged = item?.metric;
  const room = after[0]?.room;
  return (
    <div class="outcome-past">
      <span class="outcome-item">
        {item !== undefined && <b>{item.title}</b>}{' '}
        {given !== undefined && <VerdictMark verdict={given.verdict} />}
      </span>
      <span class="small">
        {given !== undefined &&
          judged !== undefined &&
          `${t(metric(judged).name)}: ${write(ratioText(given))}`}
        {given === undefined &&
          change !== undefined &&
          'none' in change &&
          write(reasonText(change.metric, change.none))}
        {given === undefined &&
          change === undefined &&
          t(reading ? 'outcome_reading' : 'outcome_past_untold')}
      </span>
      {changed !== undefined && (
        <span class="small">
          {t('outcome_past_today')} <VerdictMark verdict={changed} />
        </span>
      )}
      <span class="small quiet">
        {[
          room?.startedAt === undefined
            ? undefined
            : formatInstant(toMs(room.startedAt), room.zone, locale, 'date'),
          plan.afterwards === undefined
            ? undefined
            : t(plan.afterwards === 'kept' ? 'outcome_was_kept' : 'outcome_was_taken_back'),
          outcome?.guardRail?.suffered === true
            ? t('outcome_past_suffered', {
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
