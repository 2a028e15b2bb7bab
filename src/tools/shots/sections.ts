import type { Page } from 'playwright-core';
import { openCategory, openMore, unfoldMetrics } from '../../e2e/panel-view.ts';
import { raise } from '../../e2e/stage.ts';
import type { Camera } from './camera.ts';
import { openSampleShop } from './sample-shop.ts';

/** Every section of a LIVE with final figures, closed and unfolded, and what opens over them. */
export async function shootSections(camera: Camera): Promise<void> {
  const stage = await raise({ signedIn: false });
  try {
    // The sample shop has read all of its LIVEs, and names their categories.
    const panel = await openSampleShop(stage);
    await camera.take(panel, 'whole', { whole: true });
    // The others are those of the scene in which the sample shop is opened.
    await camera.take(panel, 'window', { widths: [1280, 1920] });
    await camera.take(panel, 'first-screen', { widths: [400], height: 720 });
    await camera.take(panel, 'first-screen-wide', { widths: [1280, 1920], height: 800 });
    await panel.getByRole('button', { name: /^Why: / }).click();
    await camera.take(panel, 'why', { widths: [400], height: 1100 });
    await panel.getByRole('button', { name: /^Why: / }).click();
    await panel.keyboard.press('?');
    await camera.take(panel, 'keys', { widths: [400] });
    await panel.keyboard.press('Escape');
    await camera.take(panel, 'narrow', { whole: true, widths: [320], schemes: ['light'] });
    await print(camera, panel);
    await rightToLeft(camera, panel);
    await shootEach(camera, panel);
  } finally {
    await stage.close();
  }
}

async function shootEach(camera: Camera, panel: Page): Promise<void> {
  const section = (id: string) => panel.locator(`#${id}`);
  const whole = true;
  await camera.take(panel, 'basic', { of: panel.locator('.basic'), whole });
  await camera.take(panel, 'diagnosis', { of: section('diagnosis'), whole });
  const factors = panel.locator('.group .factor-row');
  await panel.getByRole('button', { name: /^Expand all factors/ }).click();
  await camera.take(panel, 'diagnosis-all', { of: section('diagnosis'), whole });
  for (const factor of await factors.all()) {
    if ((await factor.getAttribute('aria-expanded')) === 'false') await factor.click();
  }
  await camera.take(panel, 'diagnosis-all-open', { of: section('diagnosis'), whole });
  await panel
    .getByRole('button', { name: /^What if/ })
    .first()
    .click();
  await panel.getByRole('dialog').waitFor();
  await camera.take(panel, 'what-if');
  await panel.keyboard.press('Escape');
  for (const factor of await factors.all()) await factor.click();
  await panel.getByRole('button', { name: 'Show the leading factors only' }).click();

  await camera.take(panel, 'data', { of: section('data'), whole });
  await unfoldMetrics(panel);
  const mark = panel.locator('.metrics').getByRole('button', { name: 'What is CTOR?' });
  await camera.take(panel, 'tooltip', {
    before: async () => {
      await panel.mouse.move(2, 2);
      await mark.scrollIntoViewIfNeeded();
      await mark.hover();
      await panel.getByRole('tooltip').filter({ visible: true }).waitFor();
    },
  });
  await panel.mouse.move(2, 2);
  for (const [name, summary] of [
    ['timeline-table', panel.locator('.timeline summary', { hasText: 'Show as a table' })],
    ['totals', panel.locator('.totals summary')],
  ] as const) {
    await summary.click();
    await camera.take(panel, name, { of: summary.locator('..'), whole });
    await summary.click();
  }

  await camera.take(panel, 'benchmarks', { of: section('benchmarks'), whole });
  await overlays(camera, panel);
}

async function overlays(camera: Camera, panel: Page): Promise<void> {
  const top = () => panel.evaluate('scrollTo({ top: 0, behavior: "instant" })');
  await top();
  const picker = panel.getByRole('combobox', { name: 'LIVE room' });
  await picker.click();
  await panel.getByRole('option').first().waitFor();
  await camera.take(panel, 'picker', { before: top });
  await picker.fill('12345');
  await picker.press('Enter');
  await panel.getByRole('alert').waitFor();
  await camera.take(panel, 'bad-id', { before: top });
  await picker.press('Escape');
  await picker.blur();

  await openMore(panel);
  await camera.take(panel, 'more', { before: top });
  await panel.keyboard.press('Escape');

  const dialog = panel.getByRole('dialog');
  await openCategory(panel);
  await camera.take(panel, 'category', { before: top });
  await dialog.getByRole('combobox').selectOption({ label: 'Collectibles' });
  await dialog.getByLabel('this LIVE').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await panel.locator('.benchmarks-none').waitFor();
  await camera.take(panel, 'benchmarks-empty', { of: panel.locator('#benchmarks'), whole: true });
}

/** The panel as it comes out of a printer: A4 at 96 dots an inch, less margins. */
async function print(camera: Camera, panel: Page): Promise<void> {
  await panel.emulateMedia({ media: 'print' });
  await camera.take(panel, 'print', { whole: true, widths: [718], schemes: ['light'] });
  await panel.emulateMedia({ media: 'screen' });
}

async function rightToLeft(camera: Camera, panel: Page): Promise<void> {
  await panel.evaluate('document.documentElement.dir = "rtl"');
  await camera.take(panel, 'right-to-left', { whole: true, schemes: ['light'] });
  await panel.evaluate('document.documentElement.dir = "ltr"');
}
