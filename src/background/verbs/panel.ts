import { ok } from '../../metrics/fault.ts';
import { browser } from '../../platform/browser.ts';
import type { LauncherCommand } from '../../platform/protocol.ts';
import type { PanelPlace, panelVerbs } from '../../platform/verbs/panel.ts';
import type { HandlersOf } from '../messaging/router.ts';
import type { Sender } from '../messaging/sender.ts';
import { pageOf } from '../tabs/pages.ts';
import { changePanel } from '../tabs/panel-choice.ts';

async function placeOf({ tab, framed }: Sender): Promise<PanelPlace> {
  if (tab === undefined || !framed) return { docked: false };
  return { docked: true, ...(await pageOf(tab)) };
}

/** Answers the verbs of `platform/verbs/panel.ts`. */
export const panelHandlers: HandlersOf<typeof panelVerbs> = {
  /** Where the asking panel stands. */
  'panel.place': async (_request, sender) => ok(await placeOf(sender)),

  /** Changes how the panel stands, and has the launcher of its tab follow. */
  'panel.set': async (choice, { tab }) => {
    const page = tab === undefined ? undefined : (await pageOf(tab))?.page;
    const panel = await changePanel(page, choice);
    if (tab !== undefined) {
      const order: LauncherCommand = { app: 'live-diagnosis', order: 'panel', panel };
      // A tab without a launcher has no docked panel to move.
      await browser.tabs.sendMessage(tab, order).catch(() => undefined);
    }
    return ok({ panel });
  },
};
