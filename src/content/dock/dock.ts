import { BESIDE_FROM, DEFAULT_WIDTH } from '../../platform/panel-width.ts';
import { createHost } from '../host.ts';
import { isConnected, type Life } from '../launcher/content-context.ts';
import { type ExtensionApi, PANEL } from '../launcher/extension-api.ts';
import type { PanelStand } from '../launcher/panel-state.ts';
import { readWords } from '../launcher/read-words.ts';
import { updateNotice } from '../notice.ts';
import { isContentUnder } from './content-under.ts';
import css from './dock.css?inline';
import { keepInPage } from './keep-in-page.ts';
import { createPageMargin } from './page-margin.ts';
import { createPanel } from './panel.ts';
import { createRoomWatch } from './room-watch.ts';

/** How often an open panel looks whether the extension was updated: no event tells. */
const CHECK_MS = 3_000;

/** A window narrower than this has no room for two, whatever the seller chose. */
const TWO_FIT = 640;

/** From this share of the window's height on, content under the panel means that the page makes no room. */
const HIDES = 1 / 10;

const roomFrom = { push: TWO_FIT, auto: BESIDE_FROM, overlay: undefined } as const;

/** The open panel's place at the page's right edge. */
export interface Dock {
  stand(standing: Pick<PanelStand, 'width' | 'dock'>): void;
  focus(): void;
  /** Leaves the page without a trace. */
  leave(): void;
}

/** What the launcher hears of its dock. */
interface Hears {
  /** What the seller did with the dock's own controls. */
  decide(choice: Partial<PanelStand>): void;
  close(): void;
  /** The page left its content under a panel that was to stand beside it where there is room. */
  noRoom(): void;
}

/** `said` is what the worker said of its words. */
export function createDock(
  api: ExtensionApi,
  life: Life,
  said: unknown,
  { decide, close, noRoom }: Hears,
): Dock {
  const words = readWords(said, api);
  const host = createHost(css);
  const keeper = keepInPage(host);
  const margin = createPageMargin();
  let isShown = false;
  let mode: PanelStand['dock'] = 'auto';
  let timer: ReturnType<typeof setInterval> | undefined;
  /** The narrowest window in which the page makes room; none where the panel lies over it. */
  let besideFrom: number | undefined;
  /** The same for a panel as wide as this one. */
  let from: number | undefined;

  const setWidth = (width: number): void => {
    panel.setWidth(width);
    // A wider panel needs a wider window, so that the page keeps the room that it has beside a usual one.
    const more = besideFrom === BESIDE_FROM ? Math.max(0, width - DEFAULT_WIDTH) : 0;
    from = besideFrom === undefined ? undefined : besideFrom + more;
    margin.set(besideFrom === undefined ? undefined : width, from ?? 0);
  };
  const isBeside = (): boolean => from !== undefined && innerWidth >= from;
  const panel = createPanel(words, api.runtime.getURL(PANEL), close, setWidth, (width) =>
    decide({ width }),
  );
  const watch = createRoomWatch(
    () => isBeside() && isContentUnder(panel.width(), host.element, HIDES),
    noRoom,
  );
  let wasBeside = false;
  window.addEventListener(
    'resize',
    () => {
      if (isShown && mode === 'auto' && isBeside() && !wasBeside) watch.start();
      wasBeside = isBeside();
    },
    { signal: life.signal },
  );

  const rest = (): void => {
    isShown = false;
    clearInterval(timer);
    watch.stop();
    keeper.off();
  };
  const leave = (): void => {
    rest();
    margin.set(undefined, 0);
    host.remove();
  };

  const notice = updateNotice(words, leave);
  life.signal.addEventListener('abort', () => {
    if (!isShown || isConnected(api)) {
      leave();
      return;
    }
    rest();
    panel.replaceFrame(notice());
  });

  return {
    stand({ width, dock }) {
      if (life.signal.aborted) return;
      besideFrom = roomFrom[dock];
      setWidth(panel.isResizing() ? panel.width() : width);
      mode = dock;
      wasBeside = isBeside();
      if (!isShown) {
        isShown = true;
        timer = setInterval(() => life.check(), CHECK_MS);
        host.show(panel.element);
        keeper.on();
      }
      if (dock === 'auto') watch.start();
      else watch.stop();
    },
    focus: panel.focus,
    leave,
  };
}
