import { expect, vi } from 'vitest';
import { soon } from './patience.ts';
import type { Stage } from './stage.ts';

/** Ends the extension's service worker at once, as the browser does when it needs the room, and waits until it is gone. */
export async function endWorker({ context, extension }: Stage): Promise<void> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (browser === undefined) throw new Error('This browser takes no commands of its own.');
  const running = async (): Promise<readonly string[]> => {
    const filter = [{ type: 'service_worker' }];
    const { targetInfos } = await browser.send('Target.getTargets', { filter });
    return targetInfos
      .filter(({ url }) => url.startsWith(extension))
      .map(({ targetId }) => targetId);
  };
  try {
    const ours = await running();
    if (ours.length === 0) throw new Error('No worker is running.');
    for (const targetId of ours) await browser.send('Target.closeTarget', { targetId });
    await vi.waitFor(async () => {
      const left = await running();
      expect(left.filter((id) => ours.includes(id))).toEqual([]);
    }, soon);
  } finally {
    await browser.detach();
  }
}
