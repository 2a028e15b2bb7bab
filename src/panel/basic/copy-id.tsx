import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { RoomId } from '../../metrics/ids.ts';
import { copyText } from '../design/copy-text.ts';
import { useI18n } from '../design/i18n.ts';
import { Icon } from '../design/icon.tsx';
import { VisuallyHidden } from '../design/visually-hidden.tsx';

/** How long the tick stays after copying, in milliseconds. */
const SHOWN = 1600;

/** The room id, copied by a click. */
export function CopyId({ id }: { id: RoomId }): JSX.Element {
  const { t } = useI18n();
  const copied = useSignal(false);
  useEffect(() => {
    if (!copied.value) return;
    const timer = setTimeout(() => {
      copied.value = false;
    }, SHOWN);
    return () => clearTimeout(timer);
  }, [copied, copied.value]);
  const copy = async (): Promise<void> => {
    copied.value = await copyText(id);
  };
  return (
    <button type="button" class="copy" title={t('panel_copy')} onClick={() => void copy()}>
      <span class="clip-text">{id}</span>
      <Icon name={copied.value ? 'check' : 'copy'} size={13} />
      <VisuallyHidden>{t('panel_copy')}</VisuallyHidden>
      <span role="status">
        {copied.value && <VisuallyHidden>{t('panel_copied')}</VisuallyHidden>}
      </span>
    </button>
  );
}
