import type { ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { newestZone } from '../metrics/live/shop-zone.ts';
import { Button } from '../panel/design/button.tsx';
import { useI18n } from '../panel/design/i18n.ts';
import { Section } from '../panel/design/section.tsx';
import type { Ports } from '../panel/state/ports.ts';
import type { SettingsStore } from '../panel/state/settings-store.ts';
import type { SnapshotStore } from '../panel/state/snapshot-store.ts';
import type { ReaderHealth } from '../platform/reader-health.ts';
import { Choices } from './choices.tsx';
import { DataKept } from './data-kept.tsx';
import { FeedsSection } from './feeds/feeds.tsx';
import type { FeedsStore } from './feeds/store.ts';
import type { Kept } from './kept.ts';
import type { LanguageStore } from './language-store.ts';
import { Ledger } from './ledger.tsx';
import { Readers } from './reader-health.tsx';
import { ShopZone } from './shop-zone.ts';
import type { BackupStore } from './snapshots/backup-store.ts';
import { Snapshots } from './snapshots/snapshots.tsx';
import './options.css';

/** Settings, benchmark feeds, what is kept, its snapshots, how well answers are read, what was asked, and what this is. */
export function Options({
  settings,
  language,
  kept,
  feeds,
  snapshots,
  backup,
  health,
  ports,
}: {
  settings: SettingsStore;
  language: LanguageStore;
  kept: Kept;
  feeds: FeedsStore;
  snapshots: SnapshotStore;
  backup: BackupStore;
  health: ReadonlySignal<ReaderHealth>;
  ports: Pick<Ports, 'ask' | 'listen'>;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <ShopZone.Provider value={newestZone(kept.view.value.rooms)}>
      <main class="options">
        <h1>{t('app_name')}</h1>
        <Choices store={settings} language={language} />
        <FeedsSection store={feeds} />
        <DataKept kept={kept} settings={settings} snapshots={snapshots} />
        <Snapshots store={snapshots} backup={backup} />
        <Readers health={health.value} ports={ports} />
        <Ledger entries={kept.view.value.ledger} />
        <Section id="about" title={t('options_about')}>
          <div class="about">
            <p>{t('options_about_not_tiktok')}</p>
            <p>{t('options_about_private')}</p>
            <p>{t('options_about_gap')}</p>
            <Button look="link" onClick={() => void ports.ask('tab.open', { page: 'first-steps' })}>
              {t('first_steps_title')}
            </Button>
          </div>
        </Section>
      </main>
    </ShopZone.Provider>
  );
}
