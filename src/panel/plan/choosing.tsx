import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { ProposedItem } from '../../diagnosis/plan/proposal.ts';
import { ProposedRow } from './proposed-row.tsx';

/** Proposed items to tick or clear, and what can be done with the ticked ones. */
export function Choosing({
  items,
  deeds,
}: {
  items: readonly ProposedItem[];
  deeds: (chosen: readonly ProposedItem[]) => JSX.Element;
}): JSX.Element {
  const ticked = useSignal<Readonly<Record<string, boolean>>>({});
  const isTicked = (item: ProposedItem): boolean =>
    ticked.value[keyOf(item)] ?? item.role !== 'waits';
  return (
    <>
      <ul class="plan-proposed">
        {items.map((item) => (
          <ProposedRow
            key={keyOf(item)}
            item={item}
            ticked={isTicked(item)}
            onTick={(on) => {
              ticked.value = { ...ticked.value, [keyOf(item)]: on };
            }}
          />
        ))}
      </ul>
      {deeds(items.filter(isTicked))}
    </>
  );
}

const keyOf = ({ factor, pinned }: ProposedItem): string => `${factor ?? ''} ${pinned ?? ''}`;
