import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { useI18n } from '../../panel/design/i18n.ts';
import { Notice } from '../../panel/design/notice.tsx';
import { Section } from '../../panel/design/section.tsx';
import { RestoredNotice } from '../../panel/snapshots/restored-notice.tsx';
import type { SnapshotStore } from '../../panel/state/snapshot-store.ts';
import { ShopZone } from '../shop-zone.ts';
import { Backup } from './backup.tsx';
import type { BackupStore } from './backup-store.ts';
import { type Asking, SnapshotQuestion } from './snapshot-question.tsx';
import { SnapshotRow } from './snapshot-row.tsx';
import './snapshots.css';

/** Backup files, and the snapshots that are kept, each restored or deleted after a question. */
export function Snapshots({
  store,
  backup,
}: {
  store: SnapshotStore;
  backup: BackupStore;
}): JSX.Element {
  const { t, write } = useI18n();
  const asking = useSignal<Asking | undefined>(undefined);
  const { snapshots, known, busy, fault, restored } = store.view.value;
  const back = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed could not be while all was put back: the way back takes its place.
    if (restored !== undefined) back.current?.querySelector('button')?.focus();
  }, [restored]);
  const act = async (deed: 'restore' | 'merge' | 'delete', { snapshot }: Asking): Promise<void> => {
    if (deed === 'restore') return store.restore(snapshot);
    if (deed === 'merge') return store.merge(snapshot);
    await store.drop(snapshot);
    document.getElementById('snapshots')?.focus();
  };
  return (
    <Section id="snapshots" title={t('options_snapshots')}>
      <Backup
        store={backup}
        onRead={(snapshot) => {
          void store.read();
          asking.value = { what: 'restore', snapshot };
        }}
      />
      <p class="quiet small">{t('options_snapshots_what')}</p>
      {fault !== undefined && <Notice tone="fault">{write(fault.text)}</Notice>}
      <div ref={back}>
        <RestoredNotice store={store} zone={useContext(ShopZone)} />
      </div>
      {known && snapshots.length === 0 && <p class="quiet small">{t('options_snapshots_none')}</p>}
      {snapshots.length > 0 && (
        <ul class="snapshots" aria-label={t('options_snapshots')}>
          {snapshots.map((snapshot) => (
            <SnapshotRow
              key={snapshot.id}
              snapshot={snapshot}
              busy={busy}
              onAsk={(what) => {
                asking.value = { what, snapshot };
              }}
            />
          ))}
        </ul>
      )}
      {asking.value !== undefined && (
        <SnapshotQuestion
          asking={asking.value}
          onAnswer={(deed) => {
            const asked = asking.value;
            asking.value = undefined;
            if (deed !== undefined && asked !== undefined) void act(deed, asked);
          }}
        />
      )}
    </Section>
  );
}
