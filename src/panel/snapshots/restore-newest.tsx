import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import type { Which } from '../state/ports.ts';
import { newestOf, type SnapshotStore } from '../state/snapshot-store.ts';

/** The way out where data could not be brought to this version: the newest snapshot, by one button. */
export function RestoreNewest({
  store,
  which,
}: {
  store: SnapshotStore;
  which: Which;
}): JSX.Element | null {
  const { t, write } = useI18n();
  const { snapshots, known, busy, fault } = store.view.value;
  useEffect(() => void store.read(), [store]);
  if (!known) return null;
  const newest = newestOf(snapshots, which);
  if (newest === undefined) return <p>{t('snapshot_restore_none')}</p>;
  return (
    <>
      <p>
        {t('snapshot_restore_what', {
          taken: { kind: 'instant', at: newest.takenAt, style: 'both' },
        })}
      </p>
      {fault !== undefined && <p role="alert">{write(fault.text)}</p>}
      <div class="notice-actions">
        <Button
          look="primary"
          disabled={busy !== undefined}
          onClick={() => void store.restore(newest)}
        >
          {t(busy === undefined ? 'snapshot_restore' : 'snapshot_restoring')}
        </Button>
      </div>
    </>
  );
}
