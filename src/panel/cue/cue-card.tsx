import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { PlanFault } from '../plan/plan-fault.tsx';
import { whenOf } from '../plan/plan-text.ts';
import { Progress } from '../plan/progress.tsx';
import { useApp } from '../state/app.ts';
import './cue.css';
import type { Cue } from './cue-in.ts';
import { CueItems, type CueView } from './cue-items.tsx';
import { useWakeLock } from './wake.ts';

/** A window as narrow as a phone shows one item at a time to begin with. */
const NARROW = 900;

/** A plan to glance at during a LIVE: large, and led by a key or a thumb. */
export function CueCard({ cue }: { cue: Cue }): JSX.Element {
  const { t } = useI18n();
  const { plans, ports } = useApp();
  const single = useSignal(innerWidth < NARROW);
  useWakeLock();
  useEffect(() => void plans.read(cue.which), [plans, cue]);
  const { plans: all, known, fault } = plans.view.value;
  const plan = all.find(({ id }) => id === cue.plan);
  useEffect(() => {
    document.title = plan === undefined ? t('plan_cue') : `${plan.title} · ${t('plan_cue')}`;
  }, [plan, t]);
  return (
    <div class="cue">
      {fault !== undefined && <PlanFault fault={fault} which={cue.which} />}
      {plan !== undefined && <Head plan={plan} single={single.value} onSwitch={turn} />}
      <main>
        {plan !== undefined && <CueItems plan={plan} single={single.value} onSwitch={turn} />}
        {plan === undefined && known && fault === undefined && (
          <div class="cue-none">
            <p>{t('cue_gone')}</p>
            <Button onClick={() => void ports.ask('tab.open', { page: 'panel' })}>
              {t('cue_open_panel')}
            </Button>
          </div>
        )}
      </main>
    </div>
  );

  function turn(): void {
    single.value = !single.value;
  }
}

function Head({ plan, single, onSwitch }: CueView): JSX.Element {
  const words = useI18n();
  const { t } = words;
  return (
    <header class="cue-head">
      <div>
        <h1>{plan.title}</h1>
        <p>{whenOf(plan, words)}</p>
        {plan.simulated === true && <p class="cue-sample">{t('plan_text_simulated')}</p>}
        <Progress plan={plan} />
      </div>
      {plan.items.length > 0 && (
        <Button onClick={onSwitch}>{t(single ? 'cue_all' : 'cue_single')}</Button>
      )}
    </header>
  );
}
