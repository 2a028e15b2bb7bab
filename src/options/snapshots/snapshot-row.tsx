import type { JSX } from 'preact';
import type { Snapshot, SnapshotId } from '../../metrics/snapshot.ts';
import { Button } from '../../panel/design/button.tsx';
import { useWords } from '../../panel/design/words.ts';
import { formatCount, formatDecimal, formatInstant } from '../../platform/format.ts';

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
  const { say, locale } = useWords();
  const { takenAt, reason, which, version, rooms, bytes } = snapshot;
  const taken = formatInstant(takenAt, undefined, locale, 'both');
  const named = { taken: { kind: 'text', text: taken } } as const;
  return (
    <tr>
      <td>
        {taken}
        {which === 'sample' && <span class="ledger-path">{say('options_snapshots_sample')}</span>}
      </td>
      <td>
        {say(
          reason === 'update'
            ? 'options_snapshots_before_update'
            : 'options_snapshots_before_restore',
        )}
      </td>
      <td>{formatCount(version, locale)}</td>
      <td>{formatCount(rooms, locale)}</td>
      <td>
        {say('options_kept_megabytes', {
          size: { kind: 'text', text: formatDecimal(bytes / 1_000_000, 1, locale) },
        })}
      </td>
      <td>
        <div class="snapshot-actions">
          <Button
            aria-label={say('options_snapshots_restore_of', named)}
            disabled={busy !== undefined}
            onClick={() => onAsk('restore')}
          >
            {say(busy === snapshot.id ? 'snapshot_restoring' : 'snapshot_restore')}
          </Button>
          <Button
            look="danger"
            aria-label={say('options_snapshots_delete_of', named)}
            disabled={busy !== undefined}
            onClick={() => onAsk('delete')}
          >
            {say('options_snapshots_delete')}
          </Button>
        </div>
      </td>
    </tr>
  );
}
