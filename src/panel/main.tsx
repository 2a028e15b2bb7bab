import { render } from 'preact';
import './design/tokens.css';
import './design/base.css';
import { cueIn } from './cue/cue-in.ts';
import { Loaded } from './design/loaded.tsx';
import { WordsContext } from './design/words.ts';
import { Panel } from './panel.tsx';
import { hasPermission } from './shell/permission.ts';
import { AppContext, createApp } from './state/app.ts';
import { browserPorts } from './state/browser-ports.ts';
import { browserWords } from './state/browser-words.ts';
import { roomInAddress } from './state/room-in-address.ts';
import { watchSurroundings } from './state/surroundings.ts';

const words = browserWords();
/** The same page shows a plan's cue card where its address asks for one. */
const cue = cueIn(location.href);
const app = createApp(
  browserPorts(cue === undefined ? { room: roomInAddress(location.href) } : undefined),
);
document.documentElement.lang = words.locale;
document.title = words.say('app_name');

const cueCard = () => import('./cue/cue-card.tsx').then(({ CueCard }) => CueCard);

const root = document.getElementById('root');
if (root !== null) {
  render(
    <WordsContext.Provider value={words}>
      <AppContext.Provider value={app}>
        {cue === undefined ? <Panel /> : <Loaded load={cueCard} props={{ cue }} />}
      </AppContext.Provider>
    </WordsContext.Provider>,
    root,
  );
}

if (cue === undefined) {
  watchSurroundings(app);
  void app.start(location.href);
  void hasPermission().then((allowed) => {
    app.allowed.value = allowed;
  });
}
