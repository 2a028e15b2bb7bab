import type { JSX } from 'preact';
import { guardRailOf } from '../../metrics/board/guard-rail.ts';
import type { Plan } from '../../metrics/board/plan.ts';
import { testedOf } from '../../metrics/board/plan-edits.ts';
import { metric } from '../../metrics/catalogue.ts';
import { useI18n } from '../design/i18n.ts';
import { Select } from '../design/select.tsx';
import { useApp } from '../state/app.ts';
import { telling } from '../state/proposals.ts';

/** The figure that must not pay for the change under test; without one under test, how to choose it. */
export function GuardRailPicker({ plan }: { plan: Plan }): JSX.Element | null {
  const { t } = useI18n();
  const { plans } = useApp();
  const under = testedOf(plan);
  if (plan.items.length === 0) return null;
  if (under?.metric === undefined) return <p class="quiet small">{t('plan_untested')}</p>;
  const recommended = guardRailOf(under.metric);
  const choices = telling.filter((id) => id !== under.metric);
  return (
    <div class="plan-rail small">
      <span aria-hidden="true">{t('plan_rail')}</span>
      <Select
        label={t('plan_rail')}
        value={plan.guardRail ?? ''}
        choices={[
          { value: '', name: t('plan_rail_none') },
          ...choices.map((id) => ({ value: id, name: t(metric(id).name) })),
        ]}
        onChoose={(value) => {
          const chosen = choices.find((id) => id === value);
          void plans.change(plan.id, { guardRail: chosen ?? null });
        }}
      />
      {recommended !== undefined && recommended.metric === plan.guardRail && (
        <span class="quiet">{t(recommended.why)}</span>
      )}
    </div>
  );
}
