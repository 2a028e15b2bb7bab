import type { JSX } from 'preact';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';

/** Said where no LIVE started in the time that was chosen; leads to all LIVEs where that isn't all. */
export function NoLives({ onAll }: { onAll: (() => void) | undefined }): JSX.Element {
  const { t } = useI18n();
  return (
    <div class="quiet over-time-none">
      <p>{t('over_time_none')}</p>
      {onAll !== undefined && (
        <Button look="link" onClick={onAll}>
          {t('over_time_none_all')}
        </Button>
      )}
    </div>
  );
}
