import { render } from 'preact';
import '../panel/design/tokens.css';
import '../panel/design/base.css';
import { InWords } from '../panel/in-words.tsx';
import { browserPorts } from '../panel/state/browser-ports.ts';
import { pageWords } from '../panel/state/page-words.ts';
import { createSettingsStore } from '../panel/state/settings-store.ts';
import { createSnapshotStore } from '../panel/state/snapshot-store.ts';
import { browserPermissions } from './feeds/permissions.ts';
import { createFeedsStore } from './feeds/store.ts';
import { createKept } from './kept.ts';
import { createLanguageStore } from './language-store.ts';
import { Options } from './options.tsx';
import { watchHealth } from './reader-health.tsx';
import { createBackupStore } from './snapshots/backup-store.ts';

const asked = pageWords(document, 'options_title');
const ports = browserPorts();
const settings = createSettingsStore(ports);
const language = createLanguageStore();
const feeds = createFeedsStore(ports, browserPermissions);
const kept = createKept(ports);
const snapshots = createSnapshotStore(ports);
const backup = createBackupStore(ports);
const health = watchHealth();

void settings.read();
void language.read();
void feeds.read();
void kept.read();
void snapshots.read();

const words = await asked;
const root = document.getElementById('root');
if (root !== null) {
  render(
    <InWords words={words}>
      <Options
        settings={settings}
        language={language}
        kept={kept}
        feeds={feeds}
        snapshots={snapshots}
        backup={backup}
        health={health}
        ports={ports}
      />
    </InWords>,
    root,
  );
}
