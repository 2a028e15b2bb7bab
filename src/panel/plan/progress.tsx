import type { JSX } from 'preact';
import type { Plan } from '../../metrics/board/plan.ts';
import { useWords } from '../design/words.ts';

/** How much of a plan is done. */
export function Progress({ plan }: { plan: Plan }): JSX.Element | null {
  const { say } = useWords();
  const total = plan.items.length;
  if (total === 0) return null;
  return (
    <span class="quiet small" role="status">
      {say('plan_progress', {
        done: { kind: 'count', value: plan.items.filter(({ done }) => done).length },
        total: { kind: 'count', value: total },
      })}
    </span>
  );
}
