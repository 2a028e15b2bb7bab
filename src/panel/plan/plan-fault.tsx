import type { JSX } from 'preact';
import type { Fault } from '../../metrics/fault.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import { useApp } from '../state/app.ts';
import type { Which } from '../state/ports.ts';

/** Why a plan could not be read or kept; what is shown is what the archive holds. */
export function PlanFault({ fault, which }: { fault: Fault; which: Which }): JSX.Element {
  const { t, write } = useI18n();
  const { plans } = useApp();
  const { again } = plans.view.value;
  const retry = (
    <Button icon="refresh" onClick={again ?? (() => void plans.read(which))}>
      {t('panel_retry')}
    </Button>
  );
  return (
    <Notice tone="fault" title={t('plan_unkept')} actions={fault.retryable ? retry : undefined}>
      <p>{write(fault.text)}</p>
    </Notice>
  );
}
