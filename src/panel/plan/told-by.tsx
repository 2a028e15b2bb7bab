import type { JSX } from 'preact';
import { factors } from '../../diagnosis/factors/index.ts';
import { judgedBy } from '../../diagnosis/plan/judged-by.ts';
import { stepIds } from '../../diagnosis/report.ts';
import type { Plan, PlanItem } from '../../metrics/board/plan.ts';
import { toldBy } from '../../metrics/board/plan-edits.ts';
import { type MetricId, metric } from '../../metrics/catalogue.ts';
import { Select } from '../design/select.tsx';
import { useWords } from '../design/words.ts';
import { useApp } from '../state/app.ts';

/** Figures by which a change can be told: the steps of GMV an hour, and the whole. */
export const telling: readonly MetricId[] = [...stepIds, 'gmvPerHour'];

/** The figures that can judge an item: those, the one that does, and the one that its factor names. */
export function judges({ metric: chosen, factor }: PlanItem): readonly MetricId[] {
  const known = factors.find(({ id }) => id === factor);
  const own = [chosen, known === undefined ? undefined : judgedBy(known)];
  return [...new Set([...telling, ...own.filter((id) => id !== undefined)])];
}

/** By which figure it will be told whether an item worked. */
export function ToldBy({ plan, item }: { plan: Plan; item: PlanItem }): JSX.Element {
  const { say } = useWords();
  const { plans } = useApp();
  const figures = judges(item);
  return (
    <Select
      label={say('plan_told_by_label', { title: { kind: 'text', text: item.title } })}
      value={item.metric ?? ''}
      choices={[
        { value: '', name: say('plan_told_by_none') },
        ...figures.map((id) => ({
          value: id,
          name: say('plan_told_by', { metric: { kind: 'message', message: metric(id).name } }),
        })),
      ]}
      onChoose={(value) => {
        const chosen = figures.find((id) => id === value);
        void plans.change(plan.id, toldBy(plan, item, chosen));
      }}
    />
  );
}
