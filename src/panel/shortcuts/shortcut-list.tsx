import type { JSX } from 'preact';
import { Dialog } from '../design/dialog.tsx';
import { useI18n } from '../design/i18n.ts';
import '../design/key-list.css';
import { useApp } from '../state/app.ts';
import { keyLabel, shortcuts } from './shortcuts.ts';

/** The keys of the panel and what each does; single ones can be turned off, since some speak to their device. */
export function ShortcutList({ onClose }: { onClose: () => void }): JSX.Element {
  const { t } = useI18n();
  const { settings } = useApp();
  const isMac = navigator.userAgent.includes('Mac');
  return (
    <Dialog title={t('shortcuts_title')} onClose={onClose}>
      <dl class="key-list">
        {shortcuts.map((one) => (
          <div key={one.key}>
            <dt>
              <kbd>{keyLabel(one, isMac)}</kbd>
            </dt>
            <dd>{t(one.name)}</dd>
          </div>
        ))}
      </dl>
      <label class="key-list-single">
        <input
          type="checkbox"
          checked={settings.settings.value.singleKeys}
          onChange={(event) => void settings.change({ singleKeys: event.currentTarget.checked })}
        />
        {t('shortcuts_single')}
      </label>
    </Dialog>
  );
}
