import { browser } from '../../platform/browser.ts';
import type { LauncherCommand } from '../../platform/protocol.ts';
import type { Settings } from '../../platform/settings.ts';
import { pageTabs } from './pages.ts';

/**
 * Has the launchers of all known pages dock their panels as wide and in the way the seller chose.
 * Whether a panel is open is up to its own page. Resolves at once: a frozen tab answers much later.
 */
export async function tellPanels({ width, dock }: Settings['panel']): Promise<void> {
  const order: LauncherCommand = { app: 'live-diagnosis', order: 'panel', panel: { width, dock } };
  for (const tab of await pageTabs()) {
    // A tab without a launcher has no docked panel to move.
    browser.tabs.sendMessage(tab, order).catch(() => undefined);
  }
}
