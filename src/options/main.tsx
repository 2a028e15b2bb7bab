import { render } from 'preact';
import '../panel/design/tokens.css';
import '../panel/design/base.css';
import { WordsContext } from '../panel/design/words.ts';
import { browserPorts } from '../panel/state/browser-ports.ts';
import { browserWords } from '../panel/state/browser-words.ts';
import { createSettingsStore } from '../panel/state/settings-store.ts';
import { createSnapshotStore } from '../panel/state/snapshot-store.ts';
import { browserPermissions } from './feeds/permissions.ts';
import { createFeedsStore } from './feeds/store.ts';
import { createKept } from './kept.ts';
import { Options } from './options.tsx';
import { watchHealth } from './reader-health.tsx';

const words = browserWords();
const ports = browserPorts(undefined);
const settings = createSettingsStore(ports);
const feeds = createFeedsStore(ports, browserPermissions);
const kept = createKept(ports);
const snapshots = createSnapshotStore(ports);
const health = watchHealth();
document.documentElement.lang = words.locale;
document.title = words.say('options_title');

const root = document.getElementById('root');
if (root !== null) {
  render(
    <WordsContext.Provider value={words}>
      <Options
        settings={settings}
        kept={kept}
        feeds={feeds}
        snapshots={snapshots}
        health={health}
        ports={ports}
      />
    </WordsContext.Provider>,
    root,
  );
}

void settings.read();
void feeds.read();
void kept.read();
void snapshots.read();
