import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Fault } from '../metrics/fault.ts';
import { toMs } from '../metrics/time.ts';
import { Button } from '../panel/design/button.tsx';
import { Dialog } from '../panel/design/dialog.tsx';
import { useI18n } from '../panel/design/i18n.ts';
import { Notice } from '../panel/design/notice.tsx';
import { Section } from '../panel/design/section.tsx';
import { RestoreNewest } from '../panel/snapshots/restore-newest.tsx';
import type { SettingsStore } from '../panel/state/settings-store.ts';
import type { SnapshotStore } from '../panel/state/snapshot-store.ts';
import { formatCount, formatInstant, formatSize } from '../platform/format.ts';
import type { Kept } from './kept.ts';
import { Lasting } from './lasting.tsx';

/** What is stored in this browser, and its deletion after a question. */
export function DataKept({
  kept,
  settings,
  snapshots,
}: {
  kept: Kept;
  settings: SettingsStore;
  snapshots: SnapshotStore;
}): JSX.Element {
  const { t, write, locale } = useI18n();
  const asking = useSignal(false);
  const fault = useSignal<Fault | undefined>(undefined);
  const { rooms, bytes, room: space, fault: unread } = kept.view.value;
  const copies = snapshots.view.value.snapshots.reduce((sum, one) => sum + one.bytes, 0);
  const read = rooms.filter(({ fetchedAt }) => fetchedAt !== undefined);
  const oldest = rooms.findLast(({ room }) => room.startedAt !== undefined)?.room;
  const problem = fault.value ?? unread;
  const size = (of: number): string => formatSize(of, locale);
  const forget = async (): Promise<void> => {
    asking.value = false;
    const done = await kept.forget();
    fault.value = done.ok ? undefined : done.fault;
    await Promise.all([settings.read(), snapshots.read()]);
  };
  return (
    <Section id="kept" title={t('options_kept')}>
      <p class="quiet small">{t('options_kept_what')}</p>
      {problem !== undefined && (
        <Notice tone="fault">
          <p>{write(problem.text)}</p>
          {problem.code === 'migration-failed' && <RestoreNewest store={snapshots} which="shop" />}
        </Notice>
      )}
      <dl class="kept">
        <div>
          <dt>{t('options_kept_rooms')}</dt>
          <dd>{formatCount(rooms.length, locale)}</dd>
        </div>
        <div>
          <dt>{t('options_kept_read')}</dt>
          <dd>{formatCount(read.length, locale)}</dd>
        </div>
        <div>
          <dt>{t('options_kept_oldest')}</dt>
          <dd>
            {oldest?.startedAt === undefined
              ? '–'
              : formatInstant(toMs(oldest.startedAt), oldest.zone, locale, 'date')}
          </dd>
        </div>
        <div>
          <dt>{t('options_kept_storage')}</dt>
          <dd>
            {bytes === undefined
              ? '–'
              : space === undefined
                ? size(bytes)
                : t('options_kept_of', {
                    size: { kind: 'text', text: size(bytes) },
                    room: { kind: 'text', text: size(space) },
                  })}
          </dd>
        </div>
        <div>
          <dt>{t('options_kept_copies')}</dt>
          <dd>{size(copies)}</dd>
        </div>
      </dl>
      <Lasting kept={kept} />
      <Button
        look="danger"
        onClick={() => {
          asking.value = true;
        }}
      >
        {t('options_forget')}
      </Button>
      {asking.value && (
        <Dialog
          title={t('options_forget')}
          onClose={() => {
            asking.value = false;
          }}
        >
          <p>{t('options_forget_sure')}</p>
          <div class="notice-actions">
            <Button look="danger" onClick={() => void forget()}>
              {t('options_forget_yes')}
            </Button>
            <Button
              onClick={() => {
                asking.value = false;
              }}
            >
              {t('panel_cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </Section>
  );
}
