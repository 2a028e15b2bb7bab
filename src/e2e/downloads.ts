import type { Download, Locator, Page } from 'playwright-core';
import { openMore, pressKey, type View } from './panel-view.ts';

/** Opens the window with everything that the LIVE in view can be saved and sent as. */
export async function openDownloads(view: View): Promise<Locator> {
  await openMore(view);
  await pressKey(view.getByRole('menuitem', { name: 'Download and share…' }));
  const dialog = view.getByRole('dialog', { name: 'Download and share' });
  await dialog.waitFor();
  return dialog;
}

/** Saves the LIVE in view in one way, and leaves the window. */
export async function downloaded(panel: Page, way: string | RegExp): Promise<Download> {
  const dialog = await openDownloads(panel);
  const coming = panel.waitForEvent('download');
  await dialog.getByRole('button', { name: way }).click();
  const download = await coming;
  await panel.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return download;
}
