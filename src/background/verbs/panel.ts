import { ok } from '../../metrics/fault.ts';
import { browser } from '../../platform/browser.ts';
import type { LauncherCommand, ParsedRequest } from '../../platform/protocol.ts';
import { defaultSettings, type Settings } from '../../platform/settings.ts';
import type { PanelPlace, panelVerbs } from '../../platform/verbs/panel.ts';
import { archives } from '../archives.ts';
import type { HandlersOf } from '../messaging/router.ts';
import type { Sender } from '../messaging/sender.ts';
import { pageOf } from '../tabs/pages.ts';

/** The panel's state with a change; where the archive can't be opened the change holds, but isn't kept. */
async function kept(patch: ParsedRequest<'panel.set'>): Promise<Settings['panel']> {
  const archive = await archives.open('shop');
  if (!archive.ok) return { ...defaultSettings.panel, ...patch };
  const { panel } = await archive.value.changeSettings((settings) => ({
    panel: { ...settings.panel, ...patch },
  }));
  return panel;
}

async function placeOf({ tab, framed }: Sender): Promise<PanelPlace> {
  if (tab === undefined || !framed) return { docked: false };
  return { docked: true, ...(await pageOf(tab)) };
}

/** Answers the verbs of `platform/verbs/panel.ts`. */
export const panelHandlers: HandlersOf<typeof panelVerbs> = {
  /** Where the asking panel stands. */
  'panel.place': async (_request, sender) => ok(await placeOf(sender)),

  /** Changes how the panel stands, and has the launcher of its tab follow. */
  'panel.set': async (patch, { tab }) => {
    const panel = await kept(patch);
    if (tab !== undefined) {
      const order: LauncherCommand = { app: 'live-diagnosis', order: 'panel', panel };
      // A tab without a launcher has no docked panel to move.
      await browser.tabs.sendMessage(tab, order).catch(() => undefined);
    }
    return ok({ panel });
  },
};
