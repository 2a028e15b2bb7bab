import { browser } from '../../platform/browser.ts';
import { type PanelChoices, panelOn } from '../../platform/panel-choices.ts';
import type { LauncherCommand } from '../../platform/protocol.ts';
import { pageOf, pageTabs } from './pages.ts';

/**
 * Has the launchers of all known pages dock their panels as wide and in the way the seller chose for pages
 * of their kind. Whether a panel is open is up to its own page. Doesn't wait for answers: a frozen tab gives
 * its own much later.
 */
export async function tellPanels(choices: PanelChoices): Promise<void> {
  for (const tab of await pageTabs()) {
    const { width, dock } = panelOn(choices, (await pageOf(tab))?.page);
    const order: LauncherCommand = {
      app: 'live-diagnosis',
      order: 'panel',
      panel: { width, dock },
    };
    // A tab without a launcher has no docked panel to move.
    browser.tabs.sendMessage(tab, order).catch(() => undefined);
  }
}
