import type { PanelState } from '../../platform/panel-choices.ts';
import type { Request } from '../../platform/protocol.ts';
import type { Life } from './content-context.ts';
import type { ExtensionApi } from './extension-api.ts';
import { fieldsOf } from './fields-of.ts';
import { readPanel } from './panel-state.ts';

type PageVerb = 'page.at' | 'page.observed' | 'page.panel' | 'page.no-room';

interface Told {
  /** How the panel should stand. */
  readonly panel: PanelState;
  /** What its controls say, to be checked. */
  readonly words: unknown;
}

/** The line to the worker. */
export interface WorkerLine {
  /** Sends one message. Answers what the worker said of the panel, where it did; never throws. */
  tell<V extends PageVerb>(verb: V, request: Request<V>): Promise<Told | undefined>;
}

export function workerLine(api: ExtensionApi, life: Life): WorkerLine {
  return {
    async tell(verb, request) {
      if (!life.check()) return undefined;
      try {
        return toldIn(await api.runtime.sendMessage({ app: 'live-diagnosis', verb, request }));
      } catch {
        life.check();
        return undefined;
      }
    },
  };
}

function toldIn(reply: unknown): Told | undefined {
  const { panel, words } = fieldsOf(fieldsOf(reply).value);
  const standing = readPanel(panel);
  return standing && { panel: standing, words };
}
