import { computed, type ReadonlySignal } from '@preact/signals';
import { type ComponentChild, render } from 'preact';
import './design/tokens.css';
import './design/base.css';
import { cueIn } from './cue/cue-in.ts';
import type { I18n } from './design/i18n.ts';
import { Loaded } from './design/loaded.tsx';
import { InWords } from './in-words.tsx';
import { leaveKeptScreen, showKeptScreen } from './kept-screen/show.ts';
import { watchNews } from './news/watch-news.ts';
import { askForBelow, askForSummary, Panel } from './panel.tsx';
import { hasPermission } from './shell/permission.ts';
import { type App, AppContext, createApp } from './state/app.ts';
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

/** How long a screen from before stands in place of a panel that knows nothing yet, in milliseconds. */
const PATIENCE_MS = 1_000;

/** Shows the panel, or a plan's cue card where the address asks for one. */
async function show(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) return;
  const cue = cueIn(location.href);
  const app = createApp(browserPorts());
  if (cue === undefined) await showPanel(root, app);
  else {
    const words = await pageWords(document, 'app_name');
    drawIn(root, app, words, <Loaded load={cueCard} props={{ cue }} />);
  }
}

async function showPanel(root: Element, app: App): Promise<void> {
  // Asked for before anything is drawn: the worker answers meanwhile.
  void app.start(location.href);
  const summary = askForSummary();
  let below: Promise<void> | undefined;
  const [words, isKept] = await Promise.all([
    pageWords(document, 'app_name'),
    showKeptScreen(root, () => {
      below = askForBelow();
    }),
  ]);
  if (isKept) {
    const drawable = Promise.all([summary, below, knowsWhatToShow(app)]);
    await Promise.race([drawable, new Promise((end) => setTimeout(end, PATIENCE_MS))]);
  }
  drawIn(root, app, words, <Panel painted={isKept} />);
  watchBrowser(app);
  watchNews(app);
  void hasPermission().then((allowed) => {
    app.allowed.value = allowed;
  });
}

/** Takes the place of what the page itself holds, or of the screen from before. */
function drawIn(
  root: Element,
  app: App,
  words: ReadonlySignal<I18n>,
  content: ComponentChild,
): void {
  leaveKeptScreen(root);
  render(
    <InWords words={words}>
      <AppContext.Provider value={app}>{content}</AppContext.Provider>
    </InWords>,
    root,
  );
}

/** Resolves once there are figures to draw, or it is known that there are none. */
async function knowsWhatToShow({ report, room, starting }: App): Promise<void> {
  const isKnown = computed(() => {
    const { id, fault } = room.view.value;
    return (
      report.report.value !== undefined ||
      fault !== undefined ||
      (id === undefined && !starting.value)
    );
  });
  let stop = (): void => undefined;
  await new Promise<void>((known) => {
    stop = isKnown.subscribe((is) => {
      if (is) known();
    });
  });
  stop();
}
