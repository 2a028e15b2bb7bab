import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { ownItem } from '../../metrics/board/make-plan.ts';
import type { Plan } from '../../metrics/board/plan.ts';
import { isFull, kept } from '../../metrics/board/plan-edits.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { useApp } from '../state/app.ts';

/** An item of the seller's own. */
export function AddItem({ plan }: { plan: Plan }): JSX.Element {
  const { t } = useI18n();
  const { plans } = useApp();
  const title = useSignal('');
  const add = async (): Promise<void> => {
    const item = ownItem(title.value, plan.items);
    if (item === undefined) return;
    title.value = '';
    const reply = await plans.change(plan.id, kept(item));
    // What couldn't be kept is there to be tried again.
    if (!reply.ok && title.value === '') title.value = item.title;
  };
  return (
    <>
      <form
        class="plan-add"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <input
          aria-label={t('plan_add_label')}
          placeholder={t('plan_add_what')}
          maxLength={200}
          disabled={isFull(plan)}
          autocomplete="off"
          value={title.value}
          onInput={(event) => {
            title.value = event.currentTarget.value;
          }}
        />
        <Button type="submit" disabled={isFull(plan)}>
          {t('plan_add')}
        </Button>
      </form>
      {isFull(plan) && <p class="quiet small">{t('fault_plan_full')}</p>}
    </>
  );
}
