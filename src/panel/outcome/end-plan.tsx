import type { JSX } from 'preact';
import type { PlanOutcome } from '../../diagnosis/outcome/types.ts';
import { isChange } from '../../diagnosis/outcome/types.ts';
import { ENGINE, type EndedWith } from '../../metrics/board/engine-version.ts';
import type { PinnedId } from '../../metrics/board/pinned.ts';
import type { Plan } from '../../metrics/board/plan.ts';
import type { RoomId } from '../../metrics/ids.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { useApp } from '../state/app.ts';

type Advice = 'keep' | 'suffered' | 'wait' | 'small' | 'take-back' | 'untold';

const words = {
  keep: 'outcome_next_keep',
  suffered: 'outcome_next_suffered',
  wait: 'outcome_next_wait',
  small: 'outcome_next_small',
  'take-back': 'outcome_next_take_back',
  untold: 'outcome_next_untold',
} as const satisfies Record<Advice, MessageKey>;

/** What to do with the change now: keep it and test the next one, give it more LIVEs, or take it back. */
export function EndPlan({
  plan,
  outcome,
  tried,
  onEnded,
}: {
  plan: Plan;
  outcome: PlanOutcome;
  tried: RoomId;
  /** What was marked as tried on the board is known once that is kept. */
  onEnded: (marked: Promise<readonly PinnedId[]>) => void;
}): JSX.Element {
  const { t } = useI18n();
  const app = useApp();
  const advice = endAdvice(outcome);
  const end = (afterwards: NonNullable<Plan['afterwards']>): void =>
    onEnded(app.plans.end(plan.id, { triedIn: tried, afterwards, endedWith: endedWith(outcome) }));
  const back = advice === 'take-back' || advice === 'suffered';
  return (
    <div class="outcome-next">
      <p>{t(words[advice])}</p>
      <div class="plan-deeds">
        <Button look={advice === 'keep' ? 'primary' : 'plain'} onClick={() => end('kept')}>
          {t('outcome_keep')}
        </Button>
        <Button look={back ? 'primary' : 'plain'} onClick={() => end('taken-back')}>
          {t('outcome_take_back')}
        </Button>
      </div>
    </div>
  );
}

/** What is told of the change, to be kept with the plan. */
function endedWith({ tested }: PlanOutcome): EndedWith {
  const change = tested?.change;
  if (!isChange(change)) return { engine: ENGINE };
  const { verdict, ratio } = change;
  return { engine: ENGINE, told: { verdict, ratio } };
}

/** The deed that a verdict asks for. */
export function endAdvice({ tested, guardRail }: PlanOutcome): Advice {
  if (!isChange(tested?.change)) return 'untold';
  const { verdict, needed } = tested.change;
  if (verdict === 'worse') return 'take-back';
  if (guardRail?.suffered === true) return 'suffered';
  if (verdict === 'better') return 'keep';
  return needed?.state === 'beyond' ? 'small' : 'wait';
}
