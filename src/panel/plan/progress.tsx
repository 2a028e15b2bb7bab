import type { JSX } from 'preact';
import type { Plan } from '../../metrics/board/plan.ts';
import { useI18n } from '../design/i18n.ts';

/** How much of a plan is done. */
export function Progress({ plan }: { plan: Plan }): JSX.Element | null {
  const { t } = useI18n();
  const total = plan.items.length;
  if (total === 0) return null;
  return (
    <span class="quiet small" role="status">
      {t('plan_progress', {
        done: { kind: 'count', value: plan.items.filter(({ done }) => done).length },
        total: { kind: 'count', value: total },
      })}
    </span>
  );
}
