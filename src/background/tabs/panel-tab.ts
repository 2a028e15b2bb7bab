import type { RoomId } from '../../metrics/ids.ts';
import { browser, type Tabs } from '../../platform/browser.ts';

const PANEL_PATH = 'src/panel/panel.html';

/** Shows the panel as a tab: the one that is open in the window already, else a new one. */
export async function showPanelTab(window: number | undefined, room?: RoomId): Promise<void> {
  const page = panelAddress();
  const address = room === undefined ? page : `${page}?room=${room}`;
  const here = window === undefined ? {} : { windowId: window };
  const tabs = await browser.tabs.query(here);
  const open = tabs.find((tab) => addressOf(tab) === page && !isCue(tab));
  if (open?.id === undefined) {
    await browser.tabs.create({ ...here, url: address });
    return;
  }
  const moves = room !== undefined && open.url !== address;
  await browser.tabs.update(open.id, { active: true, ...(moves ? { url: address } : {}) });
}

/**
 * Not by getURL of the path: for a page with `use_dynamic_url` that answers the address for frames
 * of web pages, which a tab can't open.
 */
export function panelAddress(): string {
  return browser.runtime.getURL('') + PANEL_PATH;
}

/** Without room and fragment. */
function addressOf(tab: Tabs.Tab): string | undefined {
  return wholeAddressOf(tab)?.split(/[?#]/)[0];
}

/** A cue card is the panel's page too, but never the panel. */
const isCue = (tab: Tabs.Tab): boolean => wholeAddressOf(tab)?.includes('view=cue') === true;

/** A tab that is just opening tells where it is going. */
const wholeAddressOf = ({ url, pendingUrl }: Tabs.Tab): string | undefined => url || pendingUrl;
