import { browser } from '../../platform/browser.ts';

/** Shows a page of the extension: the tab that has it open already, whatever its fragment, else a new one. */
export async function showTab(url: string, window?: number): Promise<void> {
  const open = (await browser.tabs.query({})).find(
    (tab) => (tab.url || tab.pendingUrl || '').split('#')[0] === url.split('#')[0],
  );
  if (open?.id !== undefined) {
    await browser.tabs.update(open.id, { active: true });
    if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
    return;
  }
  await browser.tabs.create({ url, ...(window === undefined ? {} : { windowId: window }) });
}
