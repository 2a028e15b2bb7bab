import type { RoomId } from '../metrics/ids.ts';
import { browser } from '../platform/browser.ts';

const PANEL_PATH = 'src/panel/panel.html';

/** Shows the panel as a tab: the one that is open in the window already, else a new one. */
export async function showPanelTab(window: number | undefined, room?: RoomId): Promise<void> {
  const page = browser.runtime.getURL(PANEL_PATH);
  const address = room === undefined ? page : `${page}?room=${room}`;
  const here = window === undefined ? {} : { windowId: window };
  const tabs = await browser.tabs.query(here);
  const open = tabs.find(({ url }) => url === page || url?.startsWith(`${page}?`));
  if (open?.id === undefined) {
    await browser.tabs.create({ ...here, url: address });
    return;
  }
  const moves = room !== undefined && open.url !== address;
  await browser.tabs.update(open.id, { active: true, ...(moves ? { url: address } : {}) });
}
