import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Plan } from '../../metrics/board/plan.ts';
import { newestZone } from '../../metrics/live/shop-zone.ts';
import { zoneAt } from '../../metrics/zone.ts';
import { formatInstant } from '../../platform/format.ts';
import { Button } from '../design/button.tsx';
import { Disclosure } from '../design/disclosure.tsx';
import { useI18n } from '../design/i18n.ts';
import { Loaded } from '../design/loaded.tsx';
import { useApp } from '../state/app.ts';
import './past-plans.css';
import { Undone } from './undone.tsx';

/** Plans shown before the seller asks for all: the LIVEs of each are read from the archive first. */
const FIRST = 5;

const pastOutcome = () =>
  import('../outcome/past-outcome.tsx').then(({ PastOutcome }) => PastOutcome);

/** Plans of before and what they came to, folded; nothing is read or drawn until they are asked for. */
export function PastPlans({
  plans,
  idle,
}: {
  plans: readonly Plan[];
  /** Whether no plan is being worked on, so that one of these may be again. */
  idle: boolean;
}): JSX.Element | null {
  const { t } = useI18n();
  const app = useApp();
  const open = useSignal(false);
  const all = useSignal(false);
  const gone = useSignal<Plan | undefined>(undefined);
  const drop = (plan: Plan): void => {
    gone.value = plan;
    void app.plans.drop(plan.id);
  };
  const undo = (plan: Plan): void => {
    gone.value = undefined;
    // It stood among the plans of before, so it stays one, whatever an older build left open.
    void app.plans.add({ ...plan, state: 'closed' });
  };
  const dropped = gone.value;
  if (plans.length === 0 && dropped === undefined) return null;
  const shown = all.value ? plans : plans.slice(0, FIRST);
  return (
    <Disclosure
      summary={t('plan_past', { count: { kind: 'count', value: plans.length } })}
      class="plan-past"
      open={open.value}
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      {open.value && (
        <ul>
          {shown.map((plan) => (
            <PastPlan key={plan.id} plan={plan} idle={idle} onDrop={() => drop(plan)} />
          ))}
        </ul>
      )}
      {open.value && plans.length > shown.length && (
        <Button
          look="link"
          onClick={() => {
            all.value = true;
          }}
        >
          {t('plan_past_all', { count: { kind: 'count', value: plans.length } })}
        </Button>
      )}
      {dropped !== undefined && (
        <Undone
          key={dropped.id}
          text={t('plan_removed', { title: { kind: 'text', text: dropped.title } })}
          onUndo={() => undo(dropped)}
        />
      )}
    </Disclosure>
  );
}

function PastPlan({
  plan,
  idle,
  onDrop,
}: {
  plan: Plan;
  idle: boolean;
  onDrop: () => void;
}): JSX.Element {
  const { t, locale } = useI18n();
  const { plans, list } = useApp();
  const { startsAt, madeAt, items } = plan;
  const at = startsAt ?? madeAt;
  // In the zone in which the LIVE stands beneath that it was tried in.
  const zone = plan.zone ?? newestZone(list.view.value.rooms);
  const day = formatInstant(at, zone && zoneAt(at, zone), locale, 'dated');
  const title = t(startsAt === undefined ? 'plan_past_made' : 'plan_past_for', {
    day: { kind: 'text', text: day },
  });
  const name = { title: { kind: 'text', text: title } } as const;
  return (
    <li>
      <Disclosure
        summary={
          <span>
            <b>{title}</b>
            <span class="quiet">
              {' · '}
              {t('plan_progress', {
                done: { kind: 'count', value: items.filter(({ done }) => done).length },
                total: { kind: 'count', value: items.length },
              })}
            </span>
          </span>
        }
      >
        <ul class="plan-past-items">
          {items.map((item) => (
            <li key={item.id} class={item.done ? 'plan-past-done' : undefined}>
              {item.title}
              {item.tested && <span class="quiet"> · {t('plan_main')}</span>}
            </li>
          ))}
        </ul>
      </Disclosure>
      {plan.triedIn !== undefined && <Loaded load={pastOutcome} props={{ plan }} />}
      {idle && (
        <Button
          look="link"
          aria-label={t('plan_reopen_label', name)}
          onClick={() =>
            void plans.change(plan.id, { state: 'open', afterwards: null, endedWith: null })
          }
        >
          {t('plan_reopen')}
        </Button>
      )}
      <Button look="link" aria-label={t('plan_delete_label', name)} onClick={onDrop}>
        {t('plan_delete')}
      </Button>
    </li>
  );
}
