import { type ExtensionApi, PANEL } from '../launcher/extension-api.ts';

/** A page asks for its figures in a burst: so long after the last of them the verdict is worked out. */
const QUIET_MS = 1_500;

/** Whoever doesn't answer by then has nothing to say. */
const PATIENCE_MS = 20_000;

/**
 * Works a LIVE's verdict out while the panel is closed. The engine runs in the extension's own pages alone, so that
 * a frame is needed, which shows nothing and goes away again.
 */
export interface Judge {
  /** Begins with a LIVE a while after it was last named; stops without one. */
  work(room: string | undefined): void;
}

/** `add` puts the frame into the page. */
export function createJudge({ runtime }: ExtensionApi, add: (frame: HTMLElement) => void): Judge {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: HTMLIFrameElement | undefined;
  const begin = (room: string): void => {
    frame?.remove();
    frame = document.createElement('iframe');
    frame.hidden = true;
    frame.src = `${runtime.getURL(PANEL)}?view=verdict&room=${room}`;
    add(frame);
    timer = setTimeout(() => frame?.remove(), PATIENCE_MS);
  };
  return {
    work(room) {
      clearTimeout(timer);
      if (room === undefined) frame?.remove();
      else timer = setTimeout(() => begin(room), QUIET_MS);
    },
  };
}
