import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { downloaded, openDownloads } from '../../e2e/downloads.ts';
import { raise } from '../../e2e/stage.ts';
import type { Camera } from './camera.ts';
import { openSampleShop } from './sample-shop.ts';

/** The window with everything that a LIVE can be saved and sent as, and the web page that is one of them. */
export async function shootDownloads(camera: Camera): Promise<void> {
  const stage = await raise({ signedIn: false });
  const folder = mkdtempSync(join(tmpdir(), 'web-page-'));
  try {
    const panel = await openSampleShop(stage);
    await openDownloads(panel);
    await camera.take(panel, 'downloads', { widths: [320, 400, 1280] });
    await panel.keyboard.press('Escape');
    const file = await downloaded(panel, 'Save as web page');
    const path = join(folder, file.suggestedFilename());
    await file.saveAs(path);
    const page = await stage.context.newPage();
    await page.goto(pathToFileURL(path).href);
    await camera.take(page, 'web-page', { widths: [320, 1280], height: 1400 });
  } finally {
    rmSync(folder, { recursive: true });
    await stage.close();
  }
}
