import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Plan, PlanItem } from '../../metrics/board/plan.ts';
import { movedItem, putBack, removed, type TakenOut } from '../../metrics/board/plan-edits.ts';
import { useI18n } from '../design/i18n.ts';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import { type OrderSaid, useOrder } from '../editing/use-order.ts';
import { useApp } from '../state/app.ts';
import { ItemRow, type ItemWords } from './item-row.tsx';
import { Undone } from './undone.tsx';

const spoken = {
  lifted: 'plan_order_lifted',
  moved: 'plan_order_moved',
  dropped: 'plan_order_dropped',
  back: 'plan_order_back',
} as const satisfies Record<OrderSaid, string>;

/** The plan's items in the seller's order, and the way back for one that was just removed. */
export function Items({ plan }: { plan: Plan }): JSX.Element {
  const { t } = useI18n();
  const { plans } = useApp();
  const hint = useId();
  const said = useSignal('');
  const gone = useSignal<TakenOut | undefined>(undefined);
  const { list, order, drop, dragged, handle } = useOrder(
    plan.items,
    (id, where) => {
      const patch = movedItem(plan, id, where);
      if (patch !== undefined) void plans.change(plan.id, patch);
    },
    (what, id, place) => {
      const name = plan.items.find((item) => item.id === id)?.title ?? '';
      said.value = t(spoken[what], {
        name: { kind: 'text', text: name },
        at: { kind: 'count', value: place + 1 },
        of: { kind: 'count', value: plan.items.length },
      });
    },
  );
  const remove = (item: PlanItem): void => {
    gone.value = { item, guardRail: plan.guardRail };
    void plans.change(plan.id, removed(item));
  };
  /** Another window removed it while something was written on it: that comes back with it. */
  const written = (item: PlanItem, words: ItemWords): void => {
    const { item: known = item, guardRail = plan.guardRail } =
      gone.value?.item.id === item.id ? gone.value : {};
    gone.value = { item: { ...known, ...words }, guardRail };
  };
  const undo = (out: TakenOut): void => {
    gone.value = undefined;
    void plans.change(plan.id, putBack(plan, out));
    list.current?.focus();
  };
  const taken = gone.value;
  return (
    <>
      {plan.items.length === 0 && <p class="quiet">{t('plan_empty')}</p>}
      <ul class="plan-items" ref={list} tabIndex={-1} aria-label={t('plan_items')}>
        {order.map((item) => (
          <ItemRow
            key={item.id}
            plan={plan}
            item={item}
            handle={handle(item.id)}
            hint={hint}
            dragged={dragged === item.id}
            drop={drop?.beside === item.id ? drop.side : undefined}
            onRemove={() => remove(item)}
            onGone={(words) => written(item, words)}
          />
        ))}
      </ul>
      {taken !== undefined && (
        <Undone
          key={taken.item.id}
          text={t('plan_removed', { title: { kind: 'text', text: taken.item.title } })}
          onUndo={() => undo(taken)}
        />
      )}
      <span id={hint} hidden>
        {t('plan_order_hint')}
      </span>
      <span role="status">
        <VisuallyHidden>{said.value}</VisuallyHidden>
      </span>
    </>
  );
}
