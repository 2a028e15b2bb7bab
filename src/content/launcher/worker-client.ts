import type { PanelState } from '../../platform/panel-choices.ts';
import type { Request } from '../../platform/protocol.ts';
import type { Life } from './content-context.ts';
import type { ExtensionApi } from './extension-api.ts';
import { readPanel } from './panel-state.ts';

type PageVerb = 'page.at' | 'page.observed' | 'page.panel' | 'page.no-room';

/** The line to the worker. */
export interface WorkerLine {
  /** Sends one message. Answers how the panel should stand, where the worker said so; never throws. */
  tell<V extends PageVerb>(verb: V, request: Request<V>): Promise<PanelState | undefined>;
}

export function workerLine(api: ExtensionApi, life: Life): WorkerLine {
  return {
    async tell(verb, request) {
      if (!life.check()) return undefined;
      try {
        return panelIn(await api.runtime.sendMessage({ app: 'live-diagnosis', verb, request }));
      } catch {
        life.check();
        return undefined;
      }
    },
  };
}

function panelIn(reply: unknown): PanelState | undefined {
  if (typeof reply !== 'object' || reply === null || !('value' in reply)) return undefined;
  const { value } = reply;
  if (typeof value !== 'object' || value === null || !('panel' in value)) return undefined;
  return readPanel(value.panel);
}
