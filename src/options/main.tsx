import { render } from 'preact';
import '../panel/design/tokens.css';
import '../panel/design/base.css';
import { I18nContext } from '../panel/design/i18n.ts';
import { browserWords, tellLanguage } from '../panel/state/browser-i18n.ts';
import { browserPorts } from '../panel/state/browser-ports.ts';
import { createSettingsStore } from '../panel/state/settings-store.ts';
import { createSnapshotStore } from '../panel/state/snapshot-store.ts';
import { browserPermissions } from './feeds/permissions.ts';
import { createFeedsStore } from './feeds/store.ts';
import { createKept } from './kept.ts';
import { Options } from './options.tsx';
import { watchHealth } from './reader-health.tsx';
import { createBackupStore } from './snapshots/backup-store.ts';

const words = browserWords();
const ports = browserPorts();
const settings = createSettingsStore(ports);
const feeds = createFeedsStore(ports, browserPermissions);
const kept = createKept(ports);
const snapshots = createSnapshotStore(ports);
const backup = createBackupStore(ports);
const health = watchHealth();
tellLanguage(document, words);
document.title = words.t('options_title');

const root = document.getElementById('root');
if (root !== null) {
  render(
    <I18nContext.Provider value={words}>
      <Options
        settings={settings}
        kept={kept}
        feeds={feeds}
        snapshots={snapshots}
        backup={backup}
        health={health}
        ports={ports}
      />
    </I18nContext.Provider>,
    root,
  );
}

void settings.read();
void feeds.read();
void kept.read();
void snapshots.read();
