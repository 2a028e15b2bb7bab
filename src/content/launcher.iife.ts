import type { PanelState } from '../platform/panel-choices.ts';
import { BESIDE_FROM } from '../platform/panel-width.ts';
import type { PillSays } from '../platform/pill.ts';
import { createDock, type Dock } from './dock/dock.ts';
import { OBSERVED_EVENT } from './events.ts';
import { followOrders } from './launcher/commands.ts';
import { beginLife } from './launcher/content-context.ts';
import { extensionApi } from './launcher/extension-api.ts';
import { closedPanel, type PanelStand } from './launcher/panel-state.ts';
import { checkObserved } from './launcher/read-observed.ts';
import { readWords } from './launcher/read-words.ts';
import { startRelay } from './launcher/relay.ts';
import { sameOriginFetch } from './launcher/same-origin-fetch.ts';
import { watchPlace } from './launcher/watch-place.ts';
import { workerLine } from './launcher/worker-client.ts';
import type { PagePlace } from './page-place.ts';

const api = extensionApi();
const life = beginLife(api);
const { signal } = life;
const worker = workerLine(api, life);

let place: PagePlace | undefined;
let panel: PanelStand = closedPanel;
/** What the closed tab says of the LIVE of the page. */
let pill: PillSays | undefined;
/** The seller asked for the panel on a page of no known kind. */
let summoned = false;
/** What the dock's controls say, as the worker told it last. */
let words: unknown;
/** Counts what was decided about the panel, so that a late answer doesn't undo a newer decision. */
let decision = 0;

/** Made when it is first needed. */
let dock: Dock | undefined;
const relay = startRelay(
  signal,
  () => panel.open && place !== undefined,
  (observed) => void worker.tell('page.observed', observed),
);

function stand(next: PanelStand): void {
  panel = next;
  summoned &&= panel.open;
  if (place !== undefined || summoned) {
    dock ??= createDock(api, life, readWords(words, api), {
      decide: (choice) => void decide(choice),
      noRoom,
    });
    dock.say(place?.room, pill);
    dock.stand(panel);
  } else dock?.leave();
  if (panel.open) relay.flush();
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
  if (place?.room !== at?.room) pill = undefined;
  place = at;
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
    if (room !== place?.room) return;
    pill = says;
    dock?.say(room, says);
  },
  toggle(said) {
    words = said ?? words;
    const open = !(panel.open && (place !== undefined || summoned));
    summoned = open && place === undefined;
    void decide({ open });
  },
  fetch: (path, body) => sameOriginFetch(path, body, signal),
});
document.addEventListener(
  OBSERVED_EVENT,
  (event) => {
    if (place === undefined || !(event instanceof CustomEvent)) return;
    const observed = checkObserved(event.detail, location.href);
    if (observed !== undefined) relay.take(observed);
  },
  { signal },
);
// A page that asks no more may be left soon.
document.addEventListener('visibilitychange', () => document.hidden && relay.flush(), { signal });
watchPlace(signal, (at) => void arrive(at));
