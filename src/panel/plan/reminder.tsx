import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Plan } from '../../metrics/board/plan.ts';
import { isAhead, reminding } from '../../metrics/board/plan-edits.ts';
import { type Lead, leadOf, leads } from '../../metrics/board/reminder.ts';
import { useI18n } from '../design/i18n.ts';
import { Select } from '../design/select.tsx';
import { askNotifications, hasNotifications } from '../shell/permission.ts';
import { useApp } from '../state/app.ts';

/**
 * How long before the start to be reminded. The browser is asked for leave to show notifications here, by the
 * seller's own choice of a time.
 */
export function Reminder({ plan }: { plan: Plan }): JSX.Element {
  const { t } = useI18n();
  const { plans, now } = useApp();
  const allowed = useSignal<boolean | undefined>(undefined);
  const lead = leadOf(plan);
  const { startsAt } = plan;
  useEffect(() => {
    void hasNotifications().then((has) => {
      allowed.value = has;
    });
  }, [allowed]);
  const choose = async (next: Lead | undefined): Promise<void> => {
    // Asked before anything else: the browser takes its question from a press alone.
    const asked = next === undefined ? undefined : askNotifications();
    void plans.change(plan.id, reminding(plan, next));
    if (asked === undefined) return;
    // Nothing is refused while the browser's question stands open.
    allowed.value = undefined;
    allowed.value = await asked;
  };
  const names = {
    15: 'plan_lead_15',
    60: 'plan_lead_60',
    180: 'plan_lead_180',
    1440: 'plan_lead_1440',
  } as const satisfies Record<Lead, string>;
  return (
    <div class="plan-when">
      <span aria-hidden="true">{t('plan_remind')}</span>
      <Select
        label={t('plan_remind')}
        value={lead === undefined ? '' : String(lead)}
        choices={[
          { value: '', name: t('plan_lead_none') },
          ...leads.map((one) => ({
            value: String(one),
            name: t(names[one]),
            disabled: startsAt === undefined || !isAhead(startsAt, one, now.value),
          })),
        ]}
        onChoose={(value) => void choose(leads.find((one) => String(one) === value))}
      />
      {plan.remindAt !== undefined && allowed.value === false && (
        <span class="small plan-refused" role="status">
          {t('plan_remind_refused')}
        </span>
      )}
      {plan.remindedAt !== undefined && <span class="quiet small">{t('plan_reminded')}</span>}
    </div>
  );
}
