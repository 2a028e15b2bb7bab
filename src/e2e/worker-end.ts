import type { Stage } from './stage.ts';
import { eventually, expect } from './test.ts';

/**
 * Ends the extension's service worker at once, as the browser does when it needs the room. One that was ended a moment
 * ago is waited for until it runs again.
 */
export async function endWorker({ context, extension }: Stage): Promise<void> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (browser === undefined) throw new Error('This browser takes no commands of its own.');
  try {
    const filter = [{ type: 'service_worker' }];
    const ours = await eventually(async () => {
      const { targetInfos } = await browser.send('Target.getTargets', { filter });
      const running = targetInfos.filter(({ url }) => url.startsWith(extension));
      expect(running, 'the worker runs').not.toEqual([]);
      return running;
    });
    for (const { targetId } of ours) await browser.send('Target.closeTarget', { targetId });
  } finally {
    await browser.detach();
  }
}
