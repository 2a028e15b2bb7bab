import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';

/**
 * Says what is gone, and takes it back. Its button has the focus where the pressed one is gone too; where that
 * stays, it `stays`.
 */
export function Undone({
  text,
  stays = false,
  onUndo,
}: {
  text: string;
  stays?: boolean;
  onUndo: () => void;
}): JSX.Element {
  const { t } = useI18n();
  const line = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (!stays) line.current?.querySelector('button')?.focus();
  }, [stays]);
  return (
    <p class="plan-undo" role="status" ref={line}>
      <span class="clip-lines">{text}</span>
      <Button look="link" onClick={onUndo}>
        {t('plan_undo')}
      </Button>
    </p>
  );
}
