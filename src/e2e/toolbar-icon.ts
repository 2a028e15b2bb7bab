import type { Page } from 'playwright-core';
import type { Stage } from './stage.ts';

/**
 * Clicks the extension's toolbar icon over a page: the browser's own command for it (CDP
 * `Extensions.triggerAction`), so that the click takes the way of a real one.
 */
export async function clickToolbarIcon({ context, extension }: Stage, page: Page): Promise<void> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (browser === undefined) throw new Error('This browser takes no commands of its own.');
  try {
    await page.bringToFront();
    const filter = [{ type: 'tab' }];
    const { targetInfos } = await browser.send('Target.getTargets', { filter });
    const tabs = targetInfos.filter(({ url }) => url === page.url());
    const targetId = tabs[0]?.targetId;
    if (targetId === undefined || tabs.length > 1) {
      throw new Error(`${tabs.length} tabs show ${page.url()}.`);
    }
    await browser.send('Extensions.triggerAction', { id: new URL(extension).host, targetId });
  } finally {
    await browser.detach();
  }
}
