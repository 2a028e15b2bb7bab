import type { JSX } from 'preact';
import type { PlanOutcome } from '../../diagnosis/outcome/types.ts';
import { isChange } from '../../diagnosis/outcome/types.ts';
import type { Plan } from '../../metrics/board/plan.ts';
import { useI18n } from '../design/i18n.ts';
import { RichMessage } from '../design/rich-message.tsx';
import type { OutcomeView } from '../state/use-outcome.ts';
import { ChangeChart } from './change-chart.tsx';
import { ChangeTip } from './change-tip.tsx';
import { GuardRailLine } from './guard-rail.tsx';
import { caveatText, leadText, meansText, neededText, reasonText, worthText } from './sentences.ts';
import { VerdictMark } from './verdict.tsx';

/** The verdict on the change under test, with all that it rests on and all that it doesn't say. */
export function OutcomeDetails({
  plan,
  outcome,
  view,
}: {
  plan: Plan;
  outcome: PlanOutcome;
  view: OutcomeView;
}): JSX.Element {
  const { t, write } = useI18n();
  const { tested, guardRail, caveats } = outcome;
  const { currency } = view;
  const item = plan.items.find(({ id }) => id === tested?.item);
  if (tested === undefined || item === undefined) {
    return (
      <>
        <p>{t('outcome_untested')}</p>
        <Along plan={plan} outcome={outcome} />
      </>
    );
  }
  const { change, worth } = tested;
  const needed = isChange(change) ? neededText(change) : undefined;
  const money =
    worth !== undefined && isChange(change)
      ? worthText(worth, change.verdict, currency)
      : undefined;
  return (
    <>
      <p class="outcome-item">
        <b>{item.title}</b>
      </p>
      {isChange(change) ? (
        <>
          <p class="outcome-said">
            <VerdictMark verdict={change.verdict} />
            <ChangeTip change={change} currency={currency} />
            <span>
              <RichMessage text={leadText(change, currency)} />
            </span>
          </p>
          <p class="quiet">
            {write(meansText(change))} {needed !== undefined && write(needed)}
          </p>
          <ChangeChart change={change} currency={currency} />
          {money !== undefined && (
            <p class="small">
              <RichMessage text={money} />
            </p>
          )}
        </>
      ) : (
        <p>
          <RichMessage text={reasonText(change.metric, change.none)} />
        </p>
      )}
      {guardRail !== undefined && <GuardRailLine guardRail={guardRail} currency={currency} />}
      <Along plan={plan} outcome={outcome} />
      {caveats.length > 0 && (
        <ul class="outcome-caveats small" aria-label={t('outcome_caveats')}>
          {caveats.map((caveat) => (
            <li key={caveat.kind}>
              <RichMessage text={caveatText(caveat)} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Items that were done beside the one under test: they get no verdict. */
function Along({ plan, outcome }: { plan: Plan; outcome: PlanOutcome }): JSX.Element | null {
  const { t } = useI18n();
  const items = plan.items.filter(({ id }) => outcome.along.includes(id));
  if (items.length === 0) return null;
  return (
    <p class="small">
      <span class="quiet">{t('outcome_along')}</span> {items.map(({ title }) => title).join(' · ')}
    </p>
  );
}
