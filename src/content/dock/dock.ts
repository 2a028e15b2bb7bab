import type { LauncherWords } from '../../platform/launcher-words.ts';
import { BESIDE_FROM, DEFAULT_WIDTH } from '../../platform/panel-width.ts';
import type { PillSays } from '../../platform/pill.ts';
import { isConnected, type Life } from '../launcher/content-context.ts';
import type { ExtensionApi } from '../launcher/extension-api.ts';
import type { PanelStand } from '../launcher/panel-state.ts';
import { isContentUnder } from './content-under.ts';
import { box, button } from './elements.ts';
import { createHost } from './host.ts';
import { createJudge } from './judge.ts';
import { createPageMargin } from './page-margin.ts';
import { createPanel } from './panel.ts';
import { createPill } from './pill.ts';
import { createRoomWatch } from './room-watch.ts';

const PANEL = 'src/panel/panel.html';

/** How often an open panel looks whether the extension was updated: no event tells. */
const CHECK_MS = 3_000;

/** A window narrower than this has no room for two, whatever the seller chose. */
const TWO_FIT = 640;

/** From this share of the window's height on, content under the panel means that the page makes no room. */
const HIDES = 1 / 10;

const roomFrom = { push: TWO_FIT, auto: BESIDE_FROM, overlay: undefined } as const;

/** The panel's place at the page's right edge: a tab while closed, the frame while open. */
export interface Dock {
  stand(standing: PanelStand): void;
  /** What the tab says of the LIVE of the page, where anything is known. What is due is worked out while the tab shows. */
  say(room: string | undefined, says: PillSays | undefined): void;
  /** Leaves the page without a trace. */
  leave(): void;
}

/** What the launcher hears of its dock. */
interface Hears {
  /** What the seller did with the dock's own controls. */
  decide(choice: Partial<PanelStand>): void;
  /** The page left its content under a panel that was to stand beside it where there is room. */
  noRoom(): void;
}

export function createDock(
  api: ExtensionApi,
  life: Life,
  words: LauncherWords,
  { decide, noRoom }: Hears,
): Dock {
  const host = createHost();
  const margin = createPageMargin();
  let shown: 'nothing' | 'tab' | 'panel' = 'nothing';
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
  const panel = createPanel(
    words,
    api.runtime.getURL(PANEL),
    () => {
      decide({ open: false });
      pill.element.focus();
    },
    setWidth,
    (width) => decide({ width }),
  );
  const pill = createPill(words, () => {
    if (!life.check()) {
      showNotice();
      return;
    }
    decide({ open: true });
    panel.focus();
  });
  const watch = createRoomWatch(
    () => isBeside() && isContentUnder(panel.width(), host.element, HIDES),
    noRoom,
  );
  const judge = createJudge(api.runtime.getURL(PANEL), host.add);
  /** The LIVE whose verdict can be worked out. */
  let due: string | undefined;
  const judgeDue = (): void => judge.work(shown === 'tab' ? due : undefined);
  let wasBeside = false;
  window.addEventListener(
    'resize',
    () => {
      if (shown === 'panel' && mode === 'auto' && isBeside() && !wasBeside) watch.start();
      wasBeside = isBeside();
    },
    { signal: life.signal },
  );

  const leave = (): void => {
    shown = 'nothing';
    clearInterval(timer);
    watch.stop();
    judge.work(undefined);
    margin.set(undefined, 0);
    host.remove();
  };
  const showNotice = (): void => {
    const notice = box(
      'notice',
      words.updated,
      button('', words.reload, () => location.reload()),
      button('', words.close, leave),
    );
    notice.dir = 'auto';
    panel.replaceFrame(notice);
    host.show(false, panel.element);
  };

  life.signal.addEventListener('abort', () => {
    clearInterval(timer);
    watch.stop();
    judge.work(undefined);
    if (shown === 'panel' && !isConnected(api)) showNotice();
    else leave();
  });

  return {
    stand({ open, width, dock }) {
      if (life.signal.aborted) return;
      besideFrom = open ? roomFrom[dock] : undefined;
      setWidth(panel.isResizing() ? panel.width() : width);
      mode = dock;
      wasBeside = isBeside();
      const next = open ? 'panel' : 'tab';
      if (next !== shown) {
        shown = next;
        clearInterval(timer);
        if (open) timer = setInterval(() => life.check(), CHECK_MS);
        host.show(open, open ? panel.element : pill.element);
        judgeDue();
      }
      if (open && dock === 'auto') watch.start();
      else watch.stop();
    },
    say(room, says) {
      pill.say(says === 'due' ? undefined : says);
      due = says === 'due' ? room : undefined;
      judgeDue();
    },
    leave,
  };
}
