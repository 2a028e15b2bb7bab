import { BESIDE_FROM, DEFAULT_WIDTH } from '../../platform/panel-width.ts';
import { isConnected, type Life } from '../launcher/content-context.ts';
import type { ExtensionApi } from '../launcher/extension-api.ts';
import type { PanelState } from '../launcher/panel-state.ts';
import { box, button } from './elements.ts';
import { createHost } from './host.ts';
import { createPageMargin } from './page-margin.ts';
import { createPanel } from './panel.ts';
import { textsOf } from './texts.ts';

/** How often an open panel looks whether the extension was updated: no event tells. */
const CHECK_MS = 3_000;

/** A window narrower than this has no room for two, whatever the seller chose. */
const TWO_FIT = 640;

const roomFrom = { push: TWO_FIT, auto: BESIDE_FROM, overlay: undefined } as const;

/** The panel's place at the page's right edge: a tab while closed, the frame while open. */
export interface Dock {
  /** Stands as the state says. */
  stand(state: PanelState): void;
  /** Leaves the page without a trace. */
  leave(): void;
}

/** `decide` is told what the seller does with the dock's own controls. */
export function createDock(
  api: ExtensionApi,
  life: Life,
  decide: (patch: Partial<PanelState>) => void,
): Dock {
  const texts = textsOf(api);
  const host = createHost();
  const margin = createPageMargin();
  let shown: 'nothing' | 'tab' | 'panel' = 'nothing';
  let timer: ReturnType<typeof setInterval> | undefined;
  /** The narrowest window in which the page makes room; none where the panel lies over it. */
  let besideFrom: number | undefined;

  const setWidth = (width: number): void => {
    panel.setWidth(width);
    // A wider panel needs a wider window, so that the page keeps the room that it has beside a usual one.
    const more = besideFrom === BESIDE_FROM ? Math.max(0, width - DEFAULT_WIDTH) : 0;
    margin.set(besideFrom === undefined ? undefined : width, (besideFrom ?? 0) + more);
  };
  const panel = createPanel(
    texts,
    api.runtime.getURL('src/panel/panel.html'),
    () => {
      decide({ open: false });
      tab.focus();
    },
    setWidth,
    (width) => decide({ width }),
  );
  const tab = button('pill', texts.tab, () => {
    if (!life.check()) {
      showNotice();
      return;
    }
    decide({ open: true });
    panel.focus();
  });
  tab.ariaLabel = texts.open;
  tab.title = texts.open;

  const leave = (): void => {
    shown = 'nothing';
    clearInterval(timer);
    margin.set(undefined, 0);
    host.remove();
  };
  const showNotice = (): void => {
    const notice = box(
      'notice',
      texts.updated,
      button('', texts.reload, () => location.reload()),
      button('', texts.close, leave),
    );
    panel.replaceFrame(notice);
    host.show(false, panel.element);
  };

  life.signal.addEventListener('abort', () => {
    clearInterval(timer);
    if (shown === 'panel' && !isConnected(api)) showNotice();
    else leave();
  });

  return {
    stand({ open, width, dock }) {
      if (life.signal.aborted) return;
      besideFrom = open ? roomFrom[dock] : undefined;
      setWidth(width);
      const next = open ? 'panel' : 'tab';
      if (next === shown) return;
      shown = next;
      clearInterval(timer);
      if (open) timer = setInterval(() => life.check(), CHECK_MS);
      host.show(open, open ? panel.element : tab);
    },
    leave,
  };
}
