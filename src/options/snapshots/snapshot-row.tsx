import type { JSX } from 'preact';
import type { Snapshot, SnapshotId } from '../../metrics/snapshot.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { Button } from '../../panel/design/button.tsx';
import { useI18n } from '../../panel/design/i18n.ts';
import { formatCount, formatSize } from '../../platform/format.ts';
import { useInstant } from '../shop-zone.ts';

const REASONS = {
  update: 'options_snapshots_before_update',
  restore: 'options_snapshots_before_restore',
  week: 'options_snapshots_weekly',
  backup: 'options_snapshots_for_backup',
  file: 'options_snapshots_from_file',
} as const satisfies Record<Snapshot['reason'], MessageKey>;

/** One snapshot: when it was taken, before what, and what is in it. */
export function SnapshotRow({
  snapshot,
  busy,
  onAsk,
}: {
  snapshot: Snapshot;
  busy: SnapshotId | undefined;
  onAsk: (what: 'restore' | 'delete') => void;
}): JSX.Element {
  const { t, locale } = useI18n();
  const { takenAt, reason, which, version, rooms, bytes } = snapshot;
  const taken = useInstant()(takenAt);
  const named = { taken: { kind: 'text', text: taken } } as const;
  const about = [
    which === 'sample' ? t('options_snapshots_sample') : undefined,
    t(REASONS[reason]),
    t('options_snapshots_version', {
      version: { kind: 'text', text: formatCount(version, locale) },
    }),
    t('options_snapshots_lives', { count: { kind: 'count', value: rooms } }),
    formatSize(bytes, locale),
  ];
  return (
    <li>
      <div>
        <b>{taken}</b>
        <p class="quiet small">{about.filter((part) => part !== undefined).join(' · ')}</p>
      </div>
      <div class="snapshot-actions">
        <Button
          aria-label={t('options_snapshots_restore_of', named)}
          disabled={busy !== undefined}
          onClick={() => onAsk('restore')}
        >
          {t(busy === snapshot.id ? 'snapshot_restoring' : 'snapshot_restore')}
        </Button>
        <Button
          look="danger"
          aria-label={t('options_snapshots_delete_of', named)}
          disabled={busy !== undefined}
          onClick={() => onAsk('delete')}
        >
          {t('options_snapshots_delete')}
        </Button>
      </div>
    </li>
  );
}
