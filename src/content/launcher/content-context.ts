import { STOP_OBSERVING_EVENT } from '../events.ts';
import type { ExtensionApi } from './extension-api.ts';

const NEW_LAUNCHER = 'live-diagnosis:launcher';

/** How long this launcher may act. Everything it listens to ends with `signal`. */
export interface Life {
  /** Aborted when a newer launcher took over, or the extension was updated under the page. */
  readonly signal: AbortSignal;
  /** False once the extension was updated or removed; noticing that ends this life. */
  check(): boolean;
}

/** Begins a life, and ends that of an older launcher in the same page. */
export function beginLife(api: ExtensionApi): Life {
  const controller = new AbortController();
  const { signal } = controller;
  const end = (): void => controller.abort();
  document.dispatchEvent(new Event(NEW_LAUNCHER));
  document.addEventListener(NEW_LAUNCHER, end, { signal });
  return {
    signal,
    check() {
      if (!signal.aborted && !isConnected(api)) {
        document.dispatchEvent(new Event(STOP_OBSERVING_EVENT));
        end();
      }
      return !signal.aborted;
    },
  };
}

/** Whether the extension that put this launcher into the page still stands behind it. */
export function isConnected(api: ExtensionApi): boolean {
  try {
    return typeof api.runtime?.id === 'string';
  } catch {
    return false;
  }
}
