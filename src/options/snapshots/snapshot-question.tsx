import type { JSX } from 'preact';
import type { Snapshot } from '../../metrics/snapshot.ts';
import { Button } from '../../panel/design/button.tsx';
import { Dialog } from '../../panel/design/dialog.tsx';
import { useI18n } from '../../panel/design/i18n.ts';
import { RichMessage } from '../../panel/design/rich-message.tsx';
import { useInstant } from '../shop-zone.ts';

/** What is asked before a snapshot is restored or deleted. */
export interface Asking {
  readonly what: 'restore' | 'delete';
  readonly snapshot: Snapshot;
}

/** What the two ways back do, each by the words of its button. */
const ways = [
  { key: 'options_snapshots_merge_what', way: 'options_snapshots_merge' },
  { key: 'options_snapshots_restore_what', way: 'options_snapshots_replace' },
] as const;

/** Asks whether to restore or to delete a snapshot, and says what that does. */
export function SnapshotQuestion({
  asking: { what, snapshot },
  onAnswer,
}: {
  asking: Asking;
  /** What is to be done; undefined where nothing is. */
  onAnswer: (deed: 'restore' | 'merge' | 'delete' | undefined) => void;
}): JSX.Element {
  const { t } = useI18n();
  const taken = { kind: 'text', text: useInstant()(snapshot.takenAt) } as const;
  const restores = what === 'restore';
  return (
    <Dialog
      title={t(restores ? 'options_snapshots_restore_title' : 'options_snapshots_delete_title')}
      onClose={() => onAnswer(undefined)}
    >
      <p>
        {restores
          ? t('options_snapshots_restore_sure', {
              taken,
              count: { kind: 'count', value: snapshot.rooms },
            })
          : t('options_snapshots_delete_sure', { taken })}
      </p>
      {restores && (
        <>
          <ul class="snapshot-ways">
            {ways.map(({ key, way }) => (
              <li key={key}>
                <RichMessage text={{ key, values: { way: { kind: 'message', message: way } } }} />
              </li>
            ))}
          </ul>
          <p>{t('options_snapshots_restore_kept')}</p>
        </>
      )}
      <div class={restores ? 'notice-actions snapshot-answers' : 'notice-actions'}>
        {restores ? (
          <>
            <Button look="primary" onClick={() => onAnswer('merge')}>
              {t('options_snapshots_merge')}
            </Button>
            <Button onClick={() => onAnswer('restore')}>{t('options_snapshots_replace')}</Button>
          </>
        ) : (
          <Button look="danger" onClick={() => onAnswer('delete')}>
            {t('options_snapshots_delete')}
          </Button>
        )}
        <Button onClick={() => onAnswer(undefined)}>{t('panel_cancel')}</Button>
      </div>
    </Dialog>
  );
}
