import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useI18n } from '../design/i18n.ts';
import { useApp } from '../state/app.ts';

const SECOND_MS = 1_000;

/** How long it is until the panel tries again by itself, or that it does; nothing where neither is so. */
export function NextTry(): JSX.Element | null {
  const { t } = useI18n();
  const { ports, retryAt, room } = useApp();
  const at = retryAt.value;
  const now = useSignal(ports.now());
  useEffect(() => {
    if (at === undefined) return;
    const look = (): void => {
      now.value = ports.now();
    };
    look();
    const timer = setInterval(look, SECOND_MS);
    return () => clearInterval(timer);
  }, [at, now, ports]);
  if (room.view.value.busy === 'fetching') return <p>{t('panel_loading')}</p>;
  if (at === undefined) return null;
  const seconds = Math.max(1, Math.ceil((at - now.value) / SECOND_MS));
  // The notice around it is read out once, its countdown not second by second.
  return (
    <p role="timer" aria-live="off">
      {t('panel_retry_in', { time: { kind: 'duration', seconds } })}
    </p>
  );
}
