import { ok } from '../../metrics/fault.ts';
import { browser } from '../../platform/browser.ts';
import type { LauncherCommand, ParsedRequest } from '../../platform/protocol.ts';
import { defaultSettings, type Settings } from '../../platform/settings.ts';
import type { panelVerbs } from '../../platform/verbs/panel.ts';
import { archives } from '../archives.ts';
import type { HandlersOf } from '../messaging/router.ts';
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

/** Answers the verbs of `platform/verbs/panel.ts`. */
export const panelHandlers: HandlersOf<typeof panelVerbs> = {
  /** Where the asking panel stands. */
  'panel.place': async (_request, { tab, framed }) => {
    if (tab === undefined || !framed) return ok({ docked: false });
    return ok({ docked: true, ...(await pageOf(tab)) });
  },

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
