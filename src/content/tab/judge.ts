import { type ExtensionApi, PANEL } from '../launcher/extension-api.ts';

/**
 * Has a LIVE's verdict worked out while the panel is closed. The engine runs in the extension's own pages alone, so
 * that a frame is needed, which shows nothing. When it comes and goes is up to the worker.
 */
export interface Judge {
  /** Begins anew with a LIVE; ends without one. */
  work(room: string | undefined): void;
}

/** `add` puts the frame into the page. */
export function createJudge({ runtime }: ExtensionApi, add: (frame: HTMLElement) => void): Judge {
  let frame: HTMLIFrameElement | undefined;
  return {
    work(room) {
      frame?.remove();
      if (room === undefined) return;
      frame = document.createElement('iframe');
      frame.hidden = true;
      frame.src = `${runtime.getURL(PANEL)}?view=verdict&room=${room}`;
      add(frame);
    },
  };
}
