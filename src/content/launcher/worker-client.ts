import type { PanelState } from '../../platform/panel-choices.ts';
import type { PillWords } from '../../platform/pill-words.ts';
import type { Request } from '../../platform/protocol.ts';
import type { Life } from './content-context.ts';
import type { ExtensionApi } from './extension-api.ts';
import { readPanel } from './panel-state.ts';
import { readPillWords } from './read-pill-words.ts';

type PageVerb = 'page.at' | 'page.observed' | 'page.panel' | 'page.no-room';

/** What the worker remembers, as far as it said. */
interface Remembered {
  /** How the panel should stand. */
  readonly panel: PanelState;
  /** What the closed tab says of the LIVE. */
  readonly pill?: PillWords;
}

/** The line to the worker. */
export interface WorkerLine {
  /** Sends one message. Answers what the worker remembers, where it said so; never throws. */
  tell<V extends PageVerb>(verb: V, request: Request<V>): Promise<Remembered | undefined>;
}

export function workerLine(api: ExtensionApi, life: Life): WorkerLine {
  return {
    async tell(verb, request) {
      if (!life.check()) return undefined;
      try {
        return remembered(await api.runtime.sendMessage({ app: 'live-diagnosis', verb, request }));
      } catch {
        life.check();
        return undefined;
      }
    },
  };
}

function remembered(reply: unknown): Remembered | undefined {
  if (typeof reply !== 'object' || reply === null || !('value' in reply)) return undefined;
  const { value } = reply;
  if (typeof value !== 'object' || value === null || !('panel' in value)) return undefined;
  const panel = readPanel(value.panel);
  const pill = 'pill' in value ? readPillWords(value.pill) : undefined;
  return panel && { panel, ...(pill === undefined ? {} : { pill }) };
}
