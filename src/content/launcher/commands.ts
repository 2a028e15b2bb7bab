import type { PanelState } from '../../platform/panel-choices.ts';
import type { PillSays } from '../../platform/pill.ts';
import type { LauncherCommand, LauncherFetched } from '../../platform/protocol.ts';
import type { Life } from './content-context.ts';
import type { ExtensionApi, MessageListener } from './extension-api.ts';
import { fieldsOf } from './fields-of.ts';
import { readPanel } from './panel-state.ts';
import { readPill } from './read-pill.ts';

/** An order whose words are still to be checked. */
type ReadOrder =
  | Exclude<LauncherCommand, { readonly order: 'toggle' }>
  | (Omit<Extract<LauncherCommand, { readonly order: 'toggle' }>, 'words'> & {
      readonly words: unknown;
    });

/** What the launcher does for the worker. */
export interface Duties {
  /** Without `open` it stays open or closed as it is. */
  panel(panel: PanelState): void;
  toggle(words: unknown): void;
  /** What the closed tab says of a LIVE, where anything is known. */
  pill(room: string, says: PillSays | undefined): void;
  fetch(path: string, body: string): Promise<LauncherFetched>;
}

/**
 * Follows the worker's orders, and nobody else's: content scripts and the panel, which speak from a
 * tab, aren't obeyed. Answers true once an order is carried out; a fetch answers with its outcome.
 */
export function followOrders(api: ExtensionApi, life: Life, duties: Duties): void {
  const listener: MessageListener = (message, sender, answer) => {
    if (sender.id !== api.runtime.id || sender.tab !== undefined) return false;
    const order = readOrder(message);
    switch (order?.order) {
      case 'fetch':
        void duties.fetch(order.path, order.body).then(answer);
        return true;
      case 'panel':
        duties.panel(order.panel);
        answer(true);
        return false;
      case 'pill':
        duties.pill(order.room, order.says);
        answer(true);
        return false;
      case 'toggle':
        duties.toggle(order.words);
        answer(true);
        return false;
      case undefined:
        return false;
    }
  };
  api.runtime.onMessage.addListener(listener);
  life.signal.addEventListener('abort', () => {
    try {
      api.runtime.onMessage.removeListener(listener);
    } catch {
      // The extension is gone, and its listeners with it.
    }
  });
}

/** Reads an order; undefined when the message is none. */
export function readOrder(message: unknown): ReadOrder | undefined {
  const { app, order, words, panel, room, says, path, body } = fieldsOf(message);
  if (app !== 'live-diagnosis') return undefined;
  if (order === 'toggle') return { app, order, words };
  if (order === 'panel') {
    const standing = readPanel(panel);
    return standing && { app, order, panel: standing };
  }
  if (order === 'pill' && typeof room === 'string') {
    const said = readPill(says);
    return { app, order, room, ...(said === undefined ? {} : { says: said }) };
  }
  return order === 'fetch' && typeof path === 'string' && typeof body === 'string'
    ? { app, order, path, body }
    : undefined;
}
