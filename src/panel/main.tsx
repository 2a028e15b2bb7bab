import { render } from 'preact';
import './design/tokens.css';
import './design/base.css';
import { cueIn } from './cue/cue-in.ts';
import { I18nContext } from './design/i18n.ts';
import { Loaded } from './design/loaded.tsx';
import { Panel } from './panel.tsx';
import { hasPermission } from './shell/permission.ts';
import { AppContext, createApp } from './state/app.ts';
import { watchBrowser } from './state/browser-environment.ts';
import { browserWords, tellLanguage } from './state/browser-i18n.ts';
import { browserPorts } from './state/browser-ports.ts';
import { roomToJudge } from './state/room-in-address.ts';

const words = browserWords();
tellLanguage(document, words);
document.title = words.t('app_name');

const cueCard = () => import('./cue/cue-card.tsx').then(({ CueCard }) => CueCard);

const judged = roomToJudge(location.href);
if (judged === undefined) show();
else {
  // Out of sight, for the closed panel's tab.
  void import('./state/judge-room.ts').then(({ judgeRoom }) => judgeRoom(browserPorts(), judged));
}

/** Shows the panel, or a plan's cue card where the address asks for one. */
function show(): void {
  const cue = cueIn(location.href);
  const app = createApp(browserPorts());
  // Asked for before anything is drawn: the worker answers meanwhile.
  if (cue === undefined) void app.start(location.href);
  const root = document.getElementById('root');
  if (root !== null) {
    // In place of the grey panel that the page itself holds.
    root.replaceChildren();
    render(
      <I18nContext.Provider value={words}>
        <AppContext.Provider value={app}>
          {cue === undefined ? <Panel /> : <Loaded load={cueCard} props={{ cue }} />}
        </AppContext.Provider>
      </I18nContext.Provider>,
      root,
    );
  }
  if (cue !== undefined) return;
  watchBrowser(app);
  void hasPermission().then((allowed) => {
    app.allowed.value = allowed;
  });
}
