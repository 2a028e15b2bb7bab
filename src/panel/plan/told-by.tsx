import type { JSX } from 'preact';
import { stepIds } from '../../diagnosis/report.ts';
import { type MetricId, metric } from '../../metrics/catalogue.ts';
import type { Plan, PlanItem } from '../../metrics/plan.ts';
import { Select } from '../design/select.tsx';
import { useWords } from '../design/words.ts';
import { useApp } from '../state/app.ts';
import { toldBy } from './edits.ts';

/** Figures by which a change can be told: the steps of GMV an hour, and the whole. */
export const telling: readonly MetricId[] = [...stepIds, 'gmvPerHour'];

/** By which figure it will be told whether an item worked. */
export function ToldBy({ plan, item }: { plan: Plan; item: PlanItem }): JSX.Element {
  const { say } = useWords();
  const { plans } = useApp();
  const others = item.metric === undefined || telling.includes(item.metric) ? [] : [item.metric];
  return (
    <Select
      label={say('plan_told_by_label', { title: { kind: 'text', text: item.title } })}
      value={item.metric ?? ''}
      choices={[
        { value: '', name: say('plan_told_by_none') },
        ...[...telling, ...others].map((id) => ({
          value: id,
          name: say('plan_told_by', { metric: { kind: 'message', message: metric(id).name } }),
        })),
      ]}
      onChoose={(value) => {
        const chosen = [...telling, ...others].find((id) => id === value);
        void plans.change(plan.id, toldBy(plan, item, chosen));
      }}
    />
  );
}
