import type { Page } from 'playwright-core';
import { openMore, settled } from '../../e2e/panel-view.ts';
import { raise } from '../../e2e/stage.ts';
import type { Camera } from './camera.ts';

const TWO_LIVES_WIDTHS = [320, 400, 1280];

/** As high as the whole window is, which scrolls by itself. */
const WHOLE_HEIGHT = 3_600;

/** Two LIVEs of the sample shop held against each other, the list of what to choose, and the usual. */
export async function shootTwoLives(camera: Camera): Promise<void> {
  const stage = await raise({ signedIn: false });
  try {
    const panel = await stage.panelTab();
    await panel.getByRole('button', { name: 'Explore a sample shop' }).click();
    await settled(panel);
    await openMore(panel);
    await panel.getByRole('menuitem', { name: 'Compare this LIVE with…' }).click();
    await shown(panel);
    const take = (name: string, height = WHOLE_HEIGHT) =>
      camera.take(panel, name, { widths: TWO_LIVES_WIDTHS, height });
    await take('two-lives');
    const second = panel.getByRole('combobox', { name: 'B: LIVE' });
    await second.click();
    await take('two-lives-choose', 860);
    await panel.getByRole('option', { name: /^Your usual/ }).click();
    await panel.getByText('Your usual has no course').waitFor();
    await take('two-lives-usual');
  } finally {
    await stage.close();
  }
}

const shown = (panel: Page): Promise<void> =>
  panel.getByRole('heading', { name: 'Where the difference comes from' }).waitFor();
