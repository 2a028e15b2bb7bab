import type { JSX } from 'preact';
import type { Owner, Plan, PlanItem, PlanItemPatch } from '../../metrics/board/plan.ts';
import { edited, tested } from '../../metrics/board/plan-edits.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { Result } from '../../metrics/fault.ts';
import { Button, IconButton } from '../design/button.tsx';
import { Chip } from '../design/chip.tsx';
import { DraftField } from '../design/draft-field.tsx';
import { useI18n } from '../design/i18n.ts';
import { Icon } from '../design/icon.tsx';
import type { Handle } from '../editing/use-order.ts';
import { useApp } from '../state/app.ts';
import { blurredBy } from '../state/proposals.ts';
import { ToldBy } from './judging-metric.tsx';
import { ownerNames } from './owners.ts';
import { topicOf } from './topic.ts';
import { Watch } from './watch.tsx';

const owners = ['host', 'operator', 'ads'] as const satisfies readonly Owner[];

/** Some of an item's words. */
export type ItemWords = Partial<Pick<PlanItem, 'title' | 'how'>>;

/** One item, edited where it stands. */
export function ItemRow({
  plan,
  item,
  handle,
  hint,
  dragged,
  drop,
  onRemove,
  onGone,
}: {
  plan: Plan;
  item: PlanItem;
  handle: Handle;
  hint: string;
  dragged: boolean;
  drop: 'before' | 'after' | undefined;
  onRemove: () => void;
  /** Words were written on it, and it is in the plan no more. */
  onGone: (words: ItemWords) => void;
}): JSX.Element {
  const { t } = useI18n();
  const { plans } = useApp();
  const name = { title: { kind: 'text', text: item.title } } as const;
  const change = (patch: PlanItemPatch): Promise<Result<unknown>> =>
    plans.change(plan.id, edited(item, patch));
  const keep = async (words: ItemWords, began: ItemWords): Promise<Result<unknown>> => {
    const reply = await plans.change(plan.id, edited(item, words), { [item.id]: began });
    // What is in view may still hold it, while more is on its way to the archive.
    const there = reply.ok
      ? reply.value.plan
      : plans.view.value.plans.find(({ id }) => id === plan.id);
    if (there?.items.every(({ id }) => id !== item.id) === true) onGone(words);
    return reply;
  };
  const looks = [
    'plan-item',
    item.done && 'plan-done',
    dragged && 'plan-dragged',
    handle.lifted && 'plan-lifted',
  ];
  return (
    <li class={looks.filter((look) => look !== false).join(' ')} data-drop={drop}>
      <input
        type="checkbox"
        aria-label={t('plan_done', name)}
        checked={item.done}
        onChange={(event) => void change({ done: event.currentTarget.checked })}
      />
      <div class="plan-words">
        <DraftField
          class="plan-field plan-item-title"
          label={t('plan_item_title', name)}
          value={item.title}
          most={200}
          single
          onKeep={(title, began) => keep({ title }, { title: began })}
        />
        <DraftField
          class="plan-field plan-item-how"
          label={t('plan_item_how', name)}
          value={item.how}
          most={2_000}
          placeholder={t('plan_item_how_none')}
          onKeep={(how, began) => keep({ how }, { how: began })}
        />
        {item.pinned !== undefined && <Watch pinned={item.pinned} />}
        <Reason item={item} />
        <div class="plan-foot">
          <fieldset class="plan-owners">
            <legend class="visually-hidden">{t('plan_owners', name)}</legend>
            {owners.map((owner) => (
              <OwnerToggle key={owner} owner={owner} item={item} onChange={change} />
            ))}
          </fieldset>
          <ToldBy plan={plan} item={item} />
          <Testing plan={plan} item={item} />
        </div>
      </div>
      <div class="plan-item-deeds">
        <button
          type="button"
          class="icon-button plan-grip"
          data-grip={item.id}
          aria-label={t('plan_move', name)}
          aria-describedby={hint}
          aria-pressed={handle.lifted}
          title={t('plan_move', name)}
          onKeyDown={handle.onKeyDown}
          onBlur={handle.onBlur}
          onPointerDown={handle.onPointerDown}
        >
          <Icon name="grip" />
        </button>
        <IconButton icon="close" label={t('plan_remove', name)} onClick={onRemove} />
      </div>
    </li>
  );
}

/** What an item is about, and why it was proposed. */
function Reason({ item }: { item: PlanItem }): JSX.Element | null {
  const words = useI18n();
  const topic = topicOf(item, words);
  if (topic === undefined && item.why === undefined) return null;
  return (
    <p class="quiet small">
      {topic !== undefined && <Chip tone="plain">{topic}</Chip>} {item.why}
    </p>
  );
}

/** Somebody always sees to an item: the last owner can't be taken away. */
function OwnerToggle({
  owner,
  item,
  onChange,
}: {
  owner: Owner;
  item: PlanItem;
  onChange: (patch: PlanItemPatch) => unknown;
}): JSX.Element {
  const { t } = useI18n();
  const on = item.owners.includes(owner);
  const toggled = on ? item.owners.filter((one) => one !== owner) : [...item.owners, owner];
  return (
    <button
      type="button"
      class={on ? 'plan-owner plan-owner-on' : 'plan-owner'}
      aria-pressed={on}
      disabled={on && item.owners.length === 1}
      onClick={() => onChange({ owners: toggled })}
    >
      {t(ownerNames[owner])}
    </button>
  );
}

/** Whether the item is the change under test, or what it does to the one that is. */
function Testing({ plan, item }: { plan: Plan; item: PlanItem }): JSX.Element | null {
  const { t } = useI18n();
  const { plans } = useApp();
  if (item.tested) {
    return (
      <span class="plan-testing">
        <Chip tone="accent" shape="dot">
          {t('plan_main')}
        </Chip>
        <Button
          look="link"
          aria-label={t('plan_untest_label', { title: { kind: 'text', text: item.title } })}
          onClick={() => void plans.change(plan.id, tested(plan, undefined))}
        >
          {t('plan_untest')}
        </Button>
      </span>
    );
  }
  if (item.metric === undefined) return null;
  const blurred = blurredBy(item, plan);
  return (
    <span class="plan-testing">
      {blurred !== undefined && (
        <span class="plan-blurs small">
          {blurred === 'gmvPerHour'
            ? t('plan_role_waitsWhole')
            : t('plan_role_waits', { metric: { kind: 'message', message: metric(blurred).name } })}
        </span>
      )}
      <Button
        look="link"
        aria-label={t('plan_test_label', { title: { kind: 'text', text: item.title } })}
        onClick={() => void plans.change(plan.id, tested(plan, item.id))}
      >
        {t('plan_test')}
      </Button>
    </span>
  );
}
