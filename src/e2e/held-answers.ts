import type { Page } from 'playwright-core';
import type { Verb } from '../platform/protocol.ts';
import type { Stage } from './stage.ts';

/** The panel in a tab of its own, whose worker keeps its answers to one verb to itself until it is let go. */
export async function panelWaitingFor(
  verb: Verb,
  { context, extension }: Stage,
  query = '',
): Promise<{ readonly panel: Page; readonly letGo: () => Promise<void> }> {
  const panel = await context.newPage();
  await panel.addInitScript(`
    const runtime = globalThis.chrome?.runtime;
    if (runtime !== undefined) {
      const send = runtime.sendMessage.bind(runtime);
      const free = new Promise((resolve) => {
        globalThis.letGo = resolve;
      });
      runtime.sendMessage = async (message, ...rest) => {
        if (message.verb === ${JSON.stringify(verb)}) await free;
        return send(message, ...rest);
      };
    }
  `);
  await panel.goto(`${extension}/src/panel/panel.html${query}`);
  return { panel, letGo: () => panel.evaluate('letGo()') };
}
