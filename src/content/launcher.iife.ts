import type { PanelState } from '../platform/panel-choices.ts';
import { BESIDE_FROM } from '../platform/panel-width.ts';
import type { PillSays } from '../platform/pill.ts';
import type { Dock } from './dock/dock.ts';
import { OBSERVED_EVENT, type PageWatch, WATCH_EVENT } from './events.ts';
import { atNeedLoader } from './launcher/at-need-loader.ts';
import { followOrders } from './launcher/commands.ts';
import { beginLife } from './launcher/content-context.ts';
import { extensionApi } from './launcher/extension-api.ts';
import { closedPanel, type PanelStand } from './launcher/panel-state.ts';
import { watchPlace } from './launcher/watch-place.ts';
import { workerLine } from './launcher/worker-client.ts';
import { readObservedText } from './observed-text.ts';
import type { PagePlace } from './page-place.ts';
import { createTab, type Tab } from './tab/tab.ts';

const api = extensionApi();
const life = beginLife(api);
const { signal } = life;
const worker = workerLine(api, life);
const atNeed = atNeedLoader(api);

let place: PagePlace | undefined;
let panel: PanelStand = closedPanel;
/** What the closed tab says of the LIVE of the page. */
let pill: PillSays | undefined;
/** The seller asked for the panel on a page of no known kind. */
let summoned = false;
/** What our controls in the page say, as the worker told it last. */
let words: unknown;
/** Counts what was decided about the panel, so that a late answer doesn't undo a newer decision. */
let decision = 0;

/** Made when they are first needed. */
let tab: Tab | undefined;
let dock: Dock | undefined;
/** The seller pressed the tab, and is on the way into the panel. */
let enters = false;

const isOpen = (): boolean => panel.open && (place !== undefined || summoned);

function stand(next: PanelStand): void {
  panel = next;
  summoned &&= panel.open;
  if (isOpen()) void showDock();
  else {
    enters = false;
    dock?.leave();
    if (place === undefined) tab?.leave();
    else showTab();
  }
  watch();
}

/** Has the observer watch as closely as somebody looks. */
function watch(): void {
  const looks = panel.open ? 'all' : 'some';
  const detail: PageWatch = place === undefined ? 'none' : looks;
  document.dispatchEvent(new CustomEvent(WATCH_EVENT, { detail }));
}

async function showDock(): Promise<void> {
  const loaded = await atNeed();
  // Closed again meanwhile.
  if (signal.aborted || !isOpen()) return;
  if (loaded === undefined) {
    // The tab says why once it is pressed.
    if (place !== undefined) showTab();
    return;
  }
  dock ??= loaded.createDock(api, life, words, {
    decide: (choice) => void decide(choice),
    close() {
      void decide({ open: false });
      tab?.focus();
    },
    noRoom: () => void noRoom(),
  });
  dock.stand(panel);
  tab?.leave();
  if (enters) dock.focus();
  enters = false;
}

function showTab(): void {
  if (tab === undefined) {
    tab = createTab(api, life, words, {
      open() {
        enters = true;
        void decide({ open: true });
      },
      width: () => panel.width,
    });
    tab.say(place?.room, pill);
  }
  tab.show();
}

/** What the tab says of the LIVE of the page, where anything is known. */
function say(says: PillSays | undefined): void {
  pill = says;
  tab?.say(place?.room, says);
}

/** Stands as the worker says, open or closed as it is where that says nothing of it. */
const follow = (said: PanelState): void => stand({ ...panel, ...said });

/** Shows what the seller did at once, and has the worker remember it for pages of this kind. */
async function decide(choice: Partial<PanelStand>): Promise<void> {
  const mine = ++decision;
  stand({ ...panel, ...choice });
  const page = place === undefined ? {} : { page: place.page };
  const remembered = await worker.tell('page.panel', { ...page, choice });
  if (remembered !== undefined && mine === decision) follow(remembered.panel);
}

/** Lays the panel over the page, and has the worker remember it for pages of this kind. */
async function noRoom(): Promise<void> {
  const mine = ++decision;
  stand({ ...panel, dock: 'overlay' });
  if (place === undefined) return;
  const remembered = await worker.tell('page.no-room', { page: place.page });
  if (remembered !== undefined && mine === decision) follow(remembered.panel);
}

async function arrive(at: PagePlace | undefined): Promise<void> {
  const isSameKind = at !== undefined && place?.page === at.page;
  const isSameRoom = place?.room === at?.room;
  place = at;
  if (!isSameRoom) say(undefined);
  watch();
  const mine = ++decision;
  if (at === undefined) {
    stand(panel);
    return;
  }
  const remembered = await worker.tell('page.at', at);
  if (mine !== decision || signal.aborted) return;
  // Where the seller decided nothing yet, a page with room beside it begins with the panel.
  const open = isSameKind ? panel.open : innerWidth >= BESIDE_FROM;
  words = remembered?.words ?? words;
  stand({ ...panel, ...(remembered === undefined ? {} : { open, ...remembered.panel }) });
}

followOrders(api, life, {
  panel(next) {
    // What says nothing of open or closed leaves that to the answer the page waits for.
    if (next.open !== undefined) decision++;
    follow(next);
  },
  pill(room, says) {
    if (room === place?.room) say(says);
  },
  toggle(said) {
    words = said ?? words;
    const open = !isOpen();
    summoned = open && place === undefined;
    void decide({ open });
  },
  async fetch(path, body) {
    const loaded = await atNeed();
    return loaded?.sameOriginFetch(path, body, signal) ?? { ok: false, reason: 'aborted' };
  },
});
document.addEventListener(
  OBSERVED_EVENT,
  (event) => {
    if (place === undefined || !(event instanceof CustomEvent)) return;
    const observed = readObservedText(event.detail, location.origin);
    if (observed !== undefined) void worker.tell('page.observed', observed);
  },
  { signal },
);
watchPlace(signal, (at) => void arrive(at));
