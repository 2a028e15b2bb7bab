import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button } from '../panel/design/button.tsx';
import { useI18n } from '../panel/design/i18n.ts';
import type { Kept } from './kept.ts';

/** Whether the browser may clear the data when the disk runs short, and how to ask it not to. */
export function Lasting({ kept }: { kept: Kept }): JSX.Element | null {
  const { t } = useI18n();
  const refused = useSignal(false);
  const { lasting } = kept.view.value;
  if (lasting === undefined) return null;
  if (lasting) return <p class="quiet small">{t('options_lasting')}</p>;
  return (
    <div class="lasting">
      <p class="quiet small" role="status">
        {t(refused.value ? 'options_lasting_refused' : 'options_lasting_not')}
      </p>
      <Button
        onClick={async () => {
          refused.value = !(await kept.persist());
        }}
      >
        {t('options_lasting_ask')}
      </Button>
    </div>
  );
}
