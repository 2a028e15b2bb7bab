import { settled } from '../../e2e/panel-view.ts';
import { raise } from '../../e2e/stage.ts';
import { keepTwoShops } from '../../e2e/two-shops.ts';
import type { Camera } from './camera.ts';
import { openSampleShop } from './sample-shop.ts';

const WIDTHS = [320, 400, 1280];

/** The sample shop's LIVEs over time, picture by picture. */
export async function shootOverTime(camera: Camera): Promise<void> {
  const stage = await raise({ signedIn: false });
  try {
    const panel = await openSampleShop(stage);
    await panel.getByRole('button', { name: 'More', exact: true }).click();
    await panel.getByRole('menuitem', { name: /^Your LIVEs over time/ }).click();
    const dialog = panel.getByRole('dialog');
    await dialog.getByRole('slider').waitFor();
    await camera.take(panel, 'over-time-trend', { widths: WIDTHS });
    await dialog.getByRole('tab', { name: 'Calendar' }).click();
    await dialog.getByRole('table').getByRole('button').last().click();
    await camera.take(panel, 'over-time-calendar', { widths: WIDTHS });
    await dialog.getByRole('tab', { name: 'Week' }).click();
    await camera.take(panel, 'over-time-week', { widths: WIDTHS });
    await dialog.getByRole('tab', { name: 'Step costs' }).click();
    await dialog.getByRole('table').waitFor();
    await camera.take(panel, 'over-time-costs', { widths: WIDTHS });
    await dialog.getByRole('tab', { name: 'Readings' }).click();
    await dialog.getByText('First read').waitFor();
    await camera.take(panel, 'over-time-readings', { widths: WIDTHS });
  } finally {
    await stage.close();
  }
}

/** LIVEs of two shops: the choice of one above the list, and both side by side. */
export async function shootShops(camera: Camera): Promise<void> {
  const stage = await raise({ signedIn: false });
  try {
    const panel = await stage.panelTab();
    await keepTwoShops(stage, panel);
    await panel.reload();
    // Its LIVEs are known without their minutes, so that no chart is waited for.
    await settled(panel);
    await panel.getByRole('combobox', { name: 'LIVE room' }).focus();
    await panel.getByRole('combobox', { name: 'Shop', exact: true }).first().waitFor();
    await camera.take(panel, 'shops-list', { widths: [320, 400] });
    await panel.keyboard.press('Escape');
    await panel.getByRole('button', { name: 'More', exact: true }).click();
    await panel.getByRole('menuitem', { name: /^Your LIVEs over time/ }).click();
    await panel.getByRole('dialog').getByRole('tab', { name: 'Shops' }).click();
    await panel.getByRole('dialog').getByRole('table').waitFor();
    await camera.take(panel, 'shops-beside', { widths: WIDTHS });
  } finally {
    await stage.close();
  }
}
