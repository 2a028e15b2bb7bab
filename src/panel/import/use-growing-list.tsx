import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';

/** What each press of the button adds: files hold thousands, and drawing them all holds up the panel. */
const STEP = 500;

/** The first things of a long list, and a button that shows more of them while there are more. */
export function useGrowingList<T>(
  all: readonly T[],
  first: number,
): { readonly shown: readonly T[]; readonly more: JSX.Element | null } {
  const { t } = useI18n();
  const limit = useSignal(first);
  const shown = all.slice(0, limit.value);
  const count = Math.min(STEP, all.length - shown.length);
  const more =
    count === 0 ? null : (
      <Button
        look="link"
        onClick={() => {
          limit.value += STEP;
        }}
      >
        {t('import_show_more', { count: { kind: 'count', value: count } })}
      </Button>
    );
  return { shown, more };
}
