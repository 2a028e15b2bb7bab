import type { JSX } from 'preact';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import type { SnapshotStore } from '../state/snapshot-store.ts';

/** What was restored, with the way back to what was there before. */
export function RestoredNotice({ store }: { store: SnapshotStore }): JSX.Element | null {
  const { t } = useI18n();
  const { restored, busy } = store.view.value;
  if (restored === undefined) return null;
  const { snapshot, before, merged } = restored;
  // An archive that could not be opened was as its snapshot is: there is nothing to go back to.
  const back = before?.id === snapshot.id ? undefined : before;
  return (
    <Notice
      actions={
        <>
          {back !== undefined && (
            <Button disabled={busy !== undefined} onClick={() => void store.restore(back)}>
              {t('snapshot_undo')}
            </Button>
          )}
          <Button onClick={store.dismiss}>{t('panel_close')}</Button>
        </>
      }
    >
      <p>
        {t(merged === undefined ? 'snapshot_restored' : 'snapshot_merged', {
          taken: { kind: 'instant', at: snapshot.takenAt, style: 'both' },
        })}
      </p>
      {merged !== undefined && (
        <p>
          {t('snapshot_merged_lives', { count: { kind: 'count', value: merged.added } })}{' '}
          {t('snapshot_merged_figures', { count: { kind: 'count', value: merged.completed } })}
          {merged.kept > 0 && (
            <> {t('snapshot_merged_kept', { count: { kind: 'count', value: merged.kept } })}</>
          )}
        </p>
      )}
    </Notice>
  );
}
