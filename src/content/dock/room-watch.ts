/** A page has this long to give way, and is looked at as often. */
const LOOK_MS = 1_000;

/** So long after the panel came beside it a page may bring what it shows; what comes later was asked for. */
const LOOKS = 15;

/** Finds out whether a page gives way to the panel beside it. */
export interface RoomWatch {
  /** Begins anew. */
  start(): void;
  stop(): void;
}

/**
 * Looks once a second whether the page's content lies under the panel, and calls `stayed`, once, where it did in two
 * looks in a row: a page that draws itself anew for its new width has had a second then. Ends where the
 * seller does something in the page, as what appears from then on may be an answer to that.
 */
export function createRoomWatch(isUnder: () => boolean, stayed: () => void): RoomWatch {
  let timer: ReturnType<typeof setInterval> | undefined;
  let ending: AbortController | undefined;
  const stop = (): void => {
    clearInterval(timer);
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
      let was = isUnder();
      let looks = 0;
      timer = setInterval(() => {
        // A page nobody sees may put off drawing itself.
        if (document.hidden) return;
        const is = isUnder();
        if (was && is) {
          stop();
          stayed();
        } else if (++looks >= LOOKS) stop();
        was = is;
      }, LOOK_MS);
    },
    stop,
  };
}
