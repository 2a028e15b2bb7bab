import type { JSX } from 'preact';
import { Chip } from '../design/chip.tsx';
import { useI18n } from '../design/i18n.ts';
import type { ReplayRequest } from '../state/replay.ts';

/**
 * From where a recording is, where that isn't the seller's own shop, and that it is simulated where it is;
 * the latter alone where there is room for one.
 */
export function WhoseReplay({
  asked,
  isNarrow = false,
}: {
  asked: ReplayRequest;
  isNarrow?: boolean;
}): JSX.Element | null {
  const { t } = useI18n();
  const { whose, simulated } = asked;
  if (whose.kind === 'own' && simulated !== true) return null;
  return (
    <span class="screen-label row">
      {whose.kind === 'feed' && !(isNarrow && simulated === true) && (
        <Chip tone="plain">
          <span class="clip-text" dir="auto">
            {whose.name}
          </span>
        </Chip>
      )}
      {simulated === true && <Chip tone="warn">{t('streams_simulated')}</Chip>}
    </span>
  );
}
