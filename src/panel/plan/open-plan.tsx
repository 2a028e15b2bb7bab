import type { JSX } from 'preact';
import type { Plan } from '../../metrics/plan.ts';
import { useWords } from '../design/words.ts';
import { Owners } from './owners.tsx';

/** The plan that is being worked on. */
export function OpenPlan({ plan }: { plan: Plan }): JSX.Element {
  const { say } = useWords();
  return (
    <ol class="plan-items" aria-label={say('plan_items')}>
      {plan.items.map((item) => (
        <li key={item.id} class="plan-row">
          <span>
            <b>{item.title}</b> <Owners owners={item.owners} />
            <p>{item.how}</p>
          </span>
        </li>
      ))}
    </ol>
  );
}
