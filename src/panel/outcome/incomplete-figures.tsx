import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Fault } from '../../metrics/fault.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import { useApp } from '../state/app.ts';
import type { OutcomeView } from '../state/use-outcome.ts';

/** What keeps figures of a LIVE from being read, and a way to read them. */
export function IncompleteFigures({ view }: { view: OutcomeView }): JSX.Element | null {
  const { t, write } = useI18n();
  const app = useApp();
  const busy = useSignal(false);
  const failed = useSignal<Fault | undefined>(undefined);
  const { unread, before, fault } = view;
  const known = fault ?? failed.value;
  if (unread.length === 0 && before !== undefined && known === undefined) return null;

  const read = async (): Promise<void> => {
    busy.value = true;
    failed.value = undefined;
    for (const room of unread) {
      const reply = await app.ports.ask('room.fetch', { room });
      if (!reply.ok) failed.value = reply.fault;
    }
    busy.value = false;
  };
  return (
    <Notice
      tone={known === undefined ? 'info' : 'warn'}
      actions={
        unread.length > 0 && (
          <Button icon="refresh" disabled={busy.value} onClick={() => void read()}>
            {t(busy.value ? 'outcome_reading' : 'outcome_read')}
          </Button>
        )
      }
    >
      {known !== undefined && <p>{write(known.text)}</p>}
      {before === undefined && fault === undefined && <p>{t('outcome_before_gone')}</p>}
      {unread.length > 0 && (
        <p>{t('outcome_unread', { count: { kind: 'count', value: unread.length } })}</p>
      )}
    </Notice>
  );
}
