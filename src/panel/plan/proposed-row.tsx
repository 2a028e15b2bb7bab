import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { ProposedItem } from '../../diagnosis/plan/proposal.ts';
import { type MetricId, metric } from '../../metrics/catalogue.ts';
import type { Text } from '../../metrics/text.ts';
import { Chip } from '../design/chip.tsx';
import { useI18n } from '../design/i18n.ts';
import { RichMessage } from '../design/rich-message.tsx';
import { ownerNamesOf } from './owners.ts';
import { topicOf } from './topic.ts';

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
  const words = useI18n();
  const { write } = words;
  const id = useId();
  const { title, how, why, owners, role, factor } = item;
  const topic = topicOf(
    { title: write(title), ...(factor === undefined ? {} : { factor }) },
    words,
  );
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
        </label>{' '}
        {topic !== undefined && <Chip tone="plain">{topic}</Chip>}
        {how !== undefined && (
          <p>
            <RichMessage text={how} />
          </p>
        )}
        <p class="quiet small">{write(why)}</p>
        <p class="quiet small">
          {ownerNamesOf(owners, words)} ·{' '}
          <span class={role === 'tested' ? 'plan-tested' : undefined}>{write(roleText(item))}</span>
        </p>
      </div>
    </li>
  );
}

/** What a deed does in the test, in a sentence. */
function roleText({ role, blurs, metric: judges }: ProposedItem): Text {
  const of = (id: MetricId) => ({
    metric: { kind: 'message', message: metric(id).name } as const,
  });
  if (role === 'waits' && blurs !== undefined) {
    return blurs === 'gmvPerHour'
      ? { key: 'plan_role_waitsWhole' }
      : { key: 'plan_role_waits', values: of(blurs) };
  }
  if (judges === undefined) return { key: 'plan_role_untold' };
  return {
    key: role === 'tested' ? 'plan_role_tested' : 'plan_role_along',
    values: of(judges),
  };
}
