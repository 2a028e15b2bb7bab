import type { RoomId } from '../metrics/ids.ts';
import { browser, type Runtime } from '../platform/browser.ts';

const PANEL_PATH = 'src/panel/panel.html';

/** Shows the panel as a tab: the one that is open in the window already, else a new one. */
export async function showPanelTab(window: number | undefined, room?: RoomId): Promise<void> {
  const page = browser.runtime.getURL(PANEL_PATH);
  const address = room === undefined ? page : `${page}?room=${room}`;
  const here = window === undefined ? {} : { windowId: window };
  const open = (await panelTabs()).find(
    ({ windowId }) => window === undefined || windowId === window,
  );
  if (open === undefined) {
    await browser.tabs.create({ ...here, url: address });
    return;
  }
  const moves = room !== undefined && open.documentUrl !== address;
  await browser.tabs.update(open.tabId, { active: true, ...(moves ? { url: address } : {}) });
}

/** Panels that fill a tab; docked ones are frames. Tabs don't tell their address without a permission. */
async function panelTabs(): Promise<readonly Runtime.ExtensionContext[]> {
  const page = browser.runtime.getURL(PANEL_PATH);
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  return contexts.filter(
    ({ frameId, documentUrl }) => frameId === 0 && documentUrl?.split(/[?#]/)[0] === page,
  );
}
