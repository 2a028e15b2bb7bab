import { render } from 'preact';
import { openArchive } from '../archive/archive.ts';
import type { Archive } from '../archive/types.ts';
import type { Result } from '../metrics/fault.ts';
import { unixMs } from '../metrics/time.ts';
import { ask } from '../platform/ask.ts';
import { ARCHIVE_CHANNEL, type ArchiveNews } from '../platform/protocol.ts';
import './design/tokens.css';
import './design/base.css';
import { WordsContext } from './design/words.ts';
import { Panel } from './panel.tsx';
import { hasPermission } from './shell/permission.ts';
import { AppContext, createApp } from './state/app.ts';
import { browserWords } from './state/browser-words.ts';
import type { Ports, Which } from './state/ports.ts';
import { watchSurroundings } from './state/surroundings.ts';

const opened = new Map<Which, Promise<Result<Archive>>>();
const channel = new BroadcastChannel(ARCHIVE_CHANNEL);

const ports: Ports = {
  ask,
  archive: async (which) => {
    const known = opened.get(which) ?? openArchive(which);
    opened.set(which, known);
    const result = await known;
    if (!result.ok) opened.delete(which);
    return result;
  },
  listen: (hear) => {
    const listener = (event: MessageEvent<ArchiveNews>): void => hear(event.data);
    channel.addEventListener('message', listener);
    return () => channel.removeEventListener('message', listener);
  },
  now: () => unixMs(Date.now()),
};

const words = browserWords();
const app = createApp(ports);
document.documentElement.lang = words.locale;
document.title = words.say('app_name');

const root = document.getElementById('root');
if (root !== null) {
  render(
    <WordsContext.Provider value={words}>
      <AppContext.Provider value={app}>
        <Panel />
      </AppContext.Provider>
    </WordsContext.Provider>,
    root,
  );
}

watchSurroundings(app);
void app.start(location.href);
void hasPermission().then((allowed) => {
  app.allowed.value = allowed;
});
