import type { Stage } from './stage.ts';

/** Ends the extension's service worker at once, as the browser does when it needs the room. */
export async function endWorker({ context, extension }: Stage): Promise<void> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (browser === undefined) throw new Error('This browser takes no commands of its own.');
  try {
    const filter = [{ type: 'service_worker' }];
    const { targetInfos } = await browser.send('Target.getTargets', { filter });
    const ours = targetInfos.filter(({ url }) => url.startsWith(extension));
    if (ours.length === 0) throw new Error('No worker is running.');
    for (const { targetId } of ours) await browser.send('Target.closeTarget', { targetId });
  } finally {
    await browser.detach();
  }
}
