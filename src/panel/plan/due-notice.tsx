import type { JSX } from 'preact';
import type { Plan } from '../../metrics/board/plan.ts';
import { isReminderDue } from '../../metrics/board/reminder.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import { useApp } from '../state/app.ts';
import { useWhich } from './use-which.ts';

/** A reminder that could not be shown as a notification, until it is taken note of or the LIVE begins. */
export function DueNotice({ plan }: { plan: Plan }): JSX.Element | null {
  const { t } = useI18n();
  const { plans, ports, now } = useApp();
  const which = useWhich();
  if (plan.startsAt === undefined || !isReminderDue(plan, now.value)) return null;
  const at = { kind: 'instant', at: plan.startsAt, zone: plan.zone, style: 'both' } as const;
  return (
    <Notice
      tone="warn"
      title={t('plan_reminder_title_at', { at })}
      actions={
        <>
          <Button
            look="primary"
            onClick={() => void ports.ask('tab.open', { page: 'cue', plan: plan.id, which })}
          >
            {t('plan_cue_open')}
          </Button>
          <Button onClick={() => void plans.change(plan.id, { remindedAt: now.value })}>
            {t('plan_due_seen')}
          </Button>
        </>
      }
    />
  );
}
