import type { JSX } from 'preact';
import { Dialog } from '../design/dialog.tsx';
import { useI18n } from '../design/i18n.ts';
import '../design/key-list.css';
import { shortcuts } from './shortcuts.ts';

/** The keys of the panel and what each does. */
export function ShortcutList({ onClose }: { onClose: () => void }): JSX.Element {
  const { t } = useI18n();
  return (
    <Dialog title={t('shortcuts_title')} onClose={onClose}>
      <dl class="key-list">
        {shortcuts.map(({ key, name }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
