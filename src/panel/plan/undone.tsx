import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';

/** Says what was removed, and takes it back. Its button has the focus, since the pressed one is gone. */
export function Undone({ title, onUndo }: { title: string; onUndo: () => void }): JSX.Element {
  const { t } = useI18n();
  const line = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => line.current?.querySelector('button')?.focus(), []);
  return (
    <p class="plan-undo" role="status" ref={line}>
      <span class="clip-text">{t('plan_removed', { title: { kind: 'text', text: title } })}</span>
      <Button look="link" onClick={onUndo}>
        {t('plan_undo')}
      </Button>
    </p>
  );
}
