import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Notice } from '../../panel/design/notice.tsx';
import { Section } from '../../panel/design/section.tsx';
import { TableScroll } from '../../panel/design/table-scroll.tsx';
import { useWords } from '../../panel/design/words.ts';
import { RestoredNotice } from '../../panel/snapshots/restored-notice.tsx';
import type { SnapshotStore } from '../../panel/state/snapshot-store.ts';
import { type Asking, SnapshotQuestion } from './snapshot-question.tsx';
import { SnapshotRow } from './snapshot-row.tsx';
import './snapshots.css';

/** The snapshots that are kept, each restored or deleted after a question. */
export function Snapshots({ store }: { store: SnapshotStore }): JSX.Element {
  const { say, write } = useWords();
  const asking = useSignal<Asking | undefined>(undefined);
  const { snapshots, known, busy, fault } = store.view.value;
  return (
    <Section id="snapshots" title={say('options_snapshots')}>
      <p class="quiet small">{say('options_snapshots_what')}</p>
      {fault !== undefined && <Notice tone="fault">{write(fault.text)}</Notice>}
      <RestoredNotice store={store} />
      {known && snapshots.length === 0 && (
        <p class="quiet small">{say('options_snapshots_none')}</p>
      )}
      {snapshots.length > 0 && (
        <div class="ledger snapshots">
          <TableScroll label={say('options_snapshots')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('options_snapshots_taken')}</th>
                  <th scope="col">{say('options_snapshots_before')}</th>
                  <th scope="col">{say('options_snapshots_version')}</th>
                  <th scope="col">{say('options_snapshots_lives')}</th>
                  <th scope="col">{say('options_snapshots_size')}</th>
                  <th scope="col">{say('options_snapshots_actions')}</th>
                </tr>
              </thead>
              <tbody>
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
              </tbody>
            </table>
          </TableScroll>
        </div>
      )}
      {asking.value !== undefined && (
        <SnapshotQuestion
          asking={asking.value}
          onAnswer={(yes) => {
            const asked = asking.value;
            asking.value = undefined;
            if (!yes || asked === undefined) return;
            void (asked.what === 'restore'
              ? store.restore(asked.snapshot)
              : store.drop(asked.snapshot));
          }}
        />
      )}
    </Section>
  );
}
