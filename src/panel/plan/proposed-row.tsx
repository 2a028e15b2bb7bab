import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { ProposedItem } from '../../diagnosis/plan/proposal.ts';
import { metric } from '../../metrics/catalogue.ts';
import { Said } from '../design/said.tsx';
import { useWords } from '../design/words.ts';
import { Owners } from './owners.tsx';

const roles = {
  tested: 'plan_role_tested',
  along: 'plan_role_along',
  waits: 'plan_role_waits',
} as const;

/** One proposed deed: whether it goes in, what to do, why, who sees to it, and how it will be told. */
export function ProposedRow({
  item,
  ticked,
  onTick,
}: {
  item: ProposedItem;
  ticked: boolean;
  onTick: (on: boolean) => void;
}): JSX.Element {
  const { say, write } = useWords();
  const id = useId();
  const { title, how, why, owners, role } = item;
  return (
    <li class={ticked ? 'plan-row' : 'plan-row plan-row-out'}>
      <input
        type="checkbox"
        id={id}
        checked={ticked}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>
          <b>{write(title)}</b>
        </label>
        <Owners owners={owners} />
        {how !== undefined && (
          <p>
            <Said text={how} />
          </p>
        )}
        <p class="quiet small">{write(why)}</p>
        <p class={role === 'tested' ? 'small plan-tested' : 'quiet small'}>
          {item.metric === undefined
            ? say('plan_role_untold')
            : say(roles[role], { metric: { kind: 'message', message: metric(item.metric).name } })}
        </p>
      </div>
    </li>
  );
}
