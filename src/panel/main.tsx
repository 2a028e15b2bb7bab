import { render } from 'preact';
import './design/tokens.css';
import './design/base.css';
import { cueIn } from './cue/cue-in.ts';
import { Loaded } from './design/loaded.tsx';
import { InWords } from './in-words.tsx';
import { watchNews } from './news/watch-news.ts';
import { askForSummary, Panel } from './panel.tsx';
import { hasPermission } from './shell/permission.ts';
import { AppContext, createApp } from './state/app.ts';
import { watchBrowser } from './state/browser-environment.ts';
import { browserPorts } from './state/browser-ports.ts';
import { pageWords } from './state/page-words.ts';
import { roomToJudge } from './state/room-in-address.ts';

const cueCard = () => import('./cue/cue-card.tsx').then(({ CueCard }) => CueCard);

const judged = roomToJudge(location.href);
if (judged === undefined) void show();
else {
  // Out of sight, for the closed panel's tab.
  void import('./state/judge-room.ts').then(({ judgeRoom }) => judgeRoom(browserPorts(), judged));
}

/** Shows the panel, or a plan's cue card where the address asks for one. */
async function show(): Promise<void> {
  const cue = cueIn(location.href);
  const app = createApp(browserPorts());
  if (cue === undefined) {
    // Asked for before anything is drawn: the worker answers meanwhile.
    void app.start(location.href);
    askForSummary();
  }
  const words = await pageWords(document, 'app_name');
  const root = document.getElementById('root');
  if (root !== null) {
    // In place of the grey panel that the page itself holds.
    root.replaceChildren();
    render(
      <InWords words={words}>
        <AppContext.Provider value={app}>
          {cue === undefined ? <Panel /> : <Loaded load={cueCard} props={{ cue }} />}
        </AppContext.Provider>
      </InWords>,
      root,
    );
  }
  if (cue !== undefined) return;
  watchBrowser(app);
  watchNews(app);
  void hasPermission().then((allowed) => {
    app.allowed.value = allowed;
  });
}
