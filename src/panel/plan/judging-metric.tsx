import type { JSX } from 'preact';
import type { Plan, PlanItem } from '../../metrics/board/plan.ts';
import { toldBy } from '../../metrics/board/plan-edits.ts';
import { metric } from '../../metrics/catalogue.ts';
import { useI18n } from '../design/i18n.ts';
import { Select } from '../design/select.tsx';
import { useApp } from '../state/app.ts';
import { judges } from '../state/proposals.ts';

/** By which figure it will be told whether an item worked. */
export function ToldBy({ plan, item }: { plan: Plan; item: PlanItem }): JSX.Element {
  const { t } = useI18n();
  const { plans } = useApp();
  const figures = judges(item);
  return (
    <Select
      label={t('plan_told_by_label', { title: { kind: 'text', text: item.title } })}
      value={item.metric ?? ''}
      choices={[
        { value: '', name: t('plan_told_by_none') },
        ...figures.map((id) => ({
          value: id,
          name: t('plan_told_by', { metric: { kind: 'message', message: metric(id).name } }),
        })),
      ]}
      onChoose={(value) => {
        const chosen = figures.find((id) => id === value);
        void plans.change(plan.id, toldBy(plan, item, chosen));
      }}
    />
  );
}
