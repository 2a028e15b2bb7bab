import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Report } from '../../diagnosis/report.ts';
import { added } from '../../metrics/board/make-plan.ts';
import { MOST_ITEMS, type Plan } from '../../metrics/board/plan.ts';
import { Button } from '../design/button.tsx';
import { Disclosure } from '../design/disclosure.tsx';
import { useI18n } from '../design/i18n.ts';
import { useApp } from '../state/app.ts';
import { proposedBeside } from '../state/proposals.ts';
import { Choosing } from './choosing.tsx';

/** What the LIVE in view suggests beside what the plan holds already. */
export function AddProposed({ plan, report }: { plan: Plan; report: Report }): JSX.Element | null {
  const { t, write } = useI18n();
  const app = useApp();
  const { plans } = app;
  const open = useSignal(false);
  const more = proposedBeside(plan, report, app);
  if (more.length === 0) return null;
  return (
    <Disclosure
      summary={t('plan_more', { count: { kind: 'count', value: more.length } })}
      class="plan-more"
      open={open.value}
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      {open.value && (
        <Choosing
          items={more}
          deeds={(chosen) => (
            <Button
              disabled={chosen.length === 0 || plan.items.length + chosen.length > MOST_ITEMS}
              onClick={() => {
                void plans.change(plan.id, added(plan, chosen, write));
                open.value = false;
              }}
            >
              {t('plan_more_add')}
            </Button>
          )}
        />
      )}
    </Disclosure>
  );
}
