import { createDock, type Dock } from './dock/dock.ts';
import { OBSERVED_EVENT } from './events.ts';
import { followOrders } from './launcher/commands.ts';
import { beginLife } from './launcher/content-context.ts';
import { extensionApi } from './launcher/extension-api.ts';
import { closedPanel, type PanelState } from './launcher/panel-state.ts';
import { checkObserved } from './launcher/read-observed.ts';
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
let panel: PanelState = closedPanel;
/** The seller asked for the panel on a page of no known kind. */
let summoned = false;
/** Counts what was decided about the panel, so that a late answer doesn't undo a newer decision. */
let decision = 0;

/** Made when it is first needed. */
let dock: Dock | undefined;
const relay = startRelay(
  signal,
  () => panel.open && place !== undefined,
  (observed) => void worker.tell('page.observed', observed),
);

function stand(next: PanelState): void {
  panel = next;
  summoned &&= panel.open;
  if (place !== undefined || summoned) {
    dock ??= createDock(api, life, (patch) => void decide(patch));
    dock.stand(panel);
  } else dock?.leave();
  if (panel.open) relay.flush();
}

/** Shows what the seller did at once, and has the worker remember it. */
async function decide(patch: Partial<PanelState>): Promise<void> {
  const mine = ++decision;
  stand({ ...panel, ...patch });
  const remembered = await worker.tell('page.panel', patch);
  if (remembered !== undefined && mine === decision) stand(remembered);
}

async function arrive(at: PagePlace | undefined): Promise<void> {
  place = at;
  const mine = ++decision;
  if (at === undefined) {
    stand(panel);
    return;
  }
  const remembered = await worker.tell('page.at', at);
  if (mine === decision && !signal.aborted) stand(remembered ?? panel);
}

followOrders(api, life, {
  panel(next) {
    // What says nothing of open or closed leaves that to the answer the page waits for.
    if (next.open !== undefined) decision++;
    stand({ ...panel, ...next });
  },
  toggle() {
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
watchPlace(signal, (at) => void arrive(at));
