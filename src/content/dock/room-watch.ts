/** A page has this long to give way. */
const GIVES_WAY_MS = 1_000;

/**
 * How long after each other a page is looked at that lies beside the panel: it may bring what it shows for fifteen
 * seconds, most of it at first, and each look costs it time. What comes later was asked for.
 */
const LOOKS_MS = [1_000, 2_000, 4_000, 8_000] as const;

/** Finds out whether a page gives way to the panel beside it. */
export interface RoomWatch {
  /** Begins anew. */
  start(): void;
  stop(): void;
}

/**
 * Looks, ever less often, whether the page's content lies under the panel, and calls `stayed`, once, where it still
 * did a second later: a page that draws itself anew for its new width has had its time then. Ends where the
 * seller does something in the page, as what appears from then on may be an answer to that.
 */
export function createRoomWatch(isUnder: () => boolean, stayed: () => void): RoomWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ending: AbortController | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    ending?.abort();
    ending = undefined;
  };
  return {
    start() {
      stop();
      ending = new AbortController();
      const { signal } = ending;
      for (const event of ['pointerdown', 'keydown'] as const) {
        document.addEventListener(event, ({ isTrusted }) => isTrusted && stop(), {
          signal,
          capture: true,
        });
      }
      const gaps = LOOKS_MS.values();
      let was = isUnder();
      const look = (): void => {
        // A page nobody sees may put off drawing itself.
        if (document.hidden) {
          timer = setTimeout(look, GIVES_WAY_MS);
          return;
        }
        const is = isUnder();
        if (was && is) {
          stop();
          stayed();
          return;
        }
        was = is;
        lookAgain();
      };
      const lookAgain = (): void => {
        const { value: gap } = was ? { value: GIVES_WAY_MS } : gaps.next();
        if (gap === undefined) stop();
        else timer = setTimeout(look, gap);
      };
      lookAgain();
    },
    stop,
  };
}
