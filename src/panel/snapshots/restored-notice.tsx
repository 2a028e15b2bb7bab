import type { JSX } from 'preact';
import type { Merged } from '../../metrics/snapshot.ts';
import type { Text } from '../../metrics/text.ts';
import type { Zone } from '../../metrics/time.ts';
import { zoneAt } from '../../metrics/zone.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import type { SnapshotStore } from '../state/snapshot-store.ts';

/** What was restored, with the way back to what was there before. */
export function RestoredNotice({
  store,
  zone,
}: {
  store: SnapshotStore;
  /** The shop's zone, where it is known. */
  zone: Zone | undefined;
}): JSX.Element | null {
  const { t, write } = useI18n();
  const { restored, busy } = store.view.value;
  if (restored === undefined) return null;
  const { snapshot, before, merged } = restored;
  const { takenAt } = snapshot;
  const taken = {
    kind: 'instant',
    at: takenAt,
    zone: zone && zoneAt(takenAt, zone),
    style: 'both',
  } as const;
  const counted = merged === undefined ? [] : mergedWords(merged);
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
        {t(
          merged === undefined
            ? 'snapshot_restored'
            : counted.length === 0
              ? 'snapshot_merged_none'
              : 'snapshot_merged',
          { taken },
        )}
      </p>
      {counted.length > 0 && <p>{counted.map((words) => write(words)).join(' ')}</p>}
    </Notice>
  );
}

/** What a merge came to, a sentence for each thing that happened; none where no LIVE and no note was concerned. */
function mergedWords({ added, completed, kept }: Merged): readonly Text[] {
  const counted = [
    [added, 'snapshot_merged_lives'],
    [completed, 'snapshot_merged_figures'],
    [kept, 'snapshot_merged_kept'],
  ] as const;
  return counted.flatMap(([value, key]): Text[] =>
    value === 0 ? [] : [{ key, values: { count: { kind: 'count', value } } }],
  );
}
