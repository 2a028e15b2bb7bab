import { openMore } from '../../e2e/panel-view.ts';
import { dockedPanel, raise } from '../../e2e/stage.ts';
import type { Camera } from './camera.ts';
import { frameGone, pictureSettled } from './wait.ts';

const DESKTOP = { widths: [1440], height: 900 } as const;

/** The dashboard page with the panel beside it, over it, and closed. */
export async function shootDocked(camera: Camera): Promise<void> {
  const stage = await raise();
  try {
    const panel = await stage.dashboard(stage.room);
    await pictureSettled(panel);
    // A page this wide has room beside the panel.
    await camera.take(stage.page, 'docked-push', DESKTOP);
    await openMore(panel);
    await panel.getByRole('menuitem', { name: 'Dock over the page' }).click();
    await camera.take(stage.page, 'docked-overlay', DESKTOP);
    await panel.getByRole('button', { name: 'Close panel' }).click();
    await frameGone(stage.page);
    await stage.page.mouse.move(4, 4);
    await camera.take(stage.page, 'docked-closed', DESKTOP);
    // The pill hangs at the middle of the right edge, in a part of the page that scripts can't reach.
    await stage.page.mouse.click(DESKTOP.widths[0] - 8, DESKTOP.height / 2);
    await pictureSettled(await dockedPanel(stage.page));
    await camera.take(stage.page, 'docked-phone', { widths: [390], height: 844 });
  } finally {
    await stage.close();
  }
}

/** The options page, with LIVEs kept and requests listed, and the question before deleting. */
export async function shootOptions(camera: Camera): Promise<void> {
  const stage = await raise();
  try {
    const panel = await stage.panelTab(`?room=${stage.room}`);
    await pictureSettled(panel);
    const page = await stage.context.newPage();
    await page.goto(`${stage.extension}/src/options/options.html`);
    await page.locator('#ledger summary').first().waitFor();
    await camera.take(page, 'options', { whole: true });
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await camera.take(page, 'options-delete');
  } finally {
    await stage.close();
  }
}
