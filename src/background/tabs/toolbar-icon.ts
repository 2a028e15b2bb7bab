import { browser, type Tabs } from '../../platform/browser.ts';
import type { LauncherCommand } from '../../platform/protocol.ts';
import { supportedHost } from '../messaging/sender.ts';
import { launcherWords } from './launcher-words.ts';
import { showPanelTab } from './panel-tab.ts';

/**
 * The toolbar icon: opens or closes the docked panel of a supported page. On every other page, and
 * where the page's launcher doesn't answer (it is of an earlier version), the panel opens as a tab.
 */
export async function onToolbarClick(tab: Tabs.Tab): Promise<void> {
  if (tab.id !== undefined && supportedHost(tab.url) !== undefined && (await toggle(tab.id)))
    return;
  await showPanelTab(tab.windowId);
}

async function toggle(tab: number): Promise<boolean> {
  const words = await launcherWords();
  const order: LauncherCommand = { app: 'live-diagnosis', order: 'toggle', words };
  try {
    const taken: unknown = await browser.tabs.sendMessage(tab, order);
    return taken === true;
  } catch {
    return false;
  }
}
