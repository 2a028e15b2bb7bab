import type { JSX } from 'preact';
import { useContext, useRef } from 'preact/hooks';
import type { Snapshot } from '../../metrics/snapshot.ts';
import { Button } from '../../panel/design/button.tsx';
import { useI18n } from '../../panel/design/i18n.ts';
import { Notice } from '../../panel/design/notice.tsx';
import { formatPercent } from '../../platform/format.ts';
import { ShopZone } from '../shop-zone.ts';
import type { BackupStore } from './backup-store.ts';

/** Saves a backup file, or reads one; what was read is handed on to be asked about. */
export function Backup({
  store,
  onRead,
}: {
  store: BackupStore;
  onRead: (snapshot: Snapshot) => void;
}): JSX.Element {
  const { t, write, locale } = useI18n();
  const zone = useContext(ShopZone);
  const chooser = useRef<HTMLInputElement>(null);
  const { busy, read, saved, fault } = store.view.value;
  const choose = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (file === undefined) return;
    const snapshot = await store.read(file);
    // The same file can be chosen again after a failure.
    input.value = '';
    if (snapshot !== undefined) onRead(snapshot);
  };
  return (
    <div class="backup">
      <p class="quiet small">{t('options_backup_what')}</p>
      <div class="backup-actions">
        <Button disabled={busy !== undefined} onClick={() => void store.save(zone)}>
          {t(busy === 'saving' ? 'options_backup_saving' : 'options_backup_save')}
        </Button>
        <Button disabled={busy !== undefined} onClick={() => chooser.current?.click()}>
          {busy === 'reading'
            ? t('options_backup_reading', {
                part: { kind: 'text', text: formatPercent(Math.round(100 * read) / 100, locale) },
              })
            : t('options_backup_choose')}
        </Button>
        <input
          ref={chooser}
          type="file"
          accept=".gz,.ndjson"
          aria-label={t('options_backup_choose')}
          hidden
          onChange={({ currentTarget }) => void choose(currentTarget)}
        />
      </div>
      <div role="status">
        {saved !== undefined && (
          <p class="small">
            {saved === 'nothing'
              ? t('options_backup_nothing')
              : t('options_backup_saved', { file: { kind: 'text', text: saved.file } })}
          </p>
        )}
      </div>
      {fault !== undefined && <Notice tone="fault">{write(fault.text)}</Notice>}
    </div>
  );
}
