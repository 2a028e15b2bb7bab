import type { Page } from 'playwright-core';
import type { Stage } from '../../e2e/stage.ts';
import { pictureSettled } from './wait.ts';

/** A panel in a tab that shows the newest LIVE of the sample shop, read whole. */
export async function openSampleShop(stage: Stage): Promise<Page> {
  const panel = await stage.panelTab();
  await panel.getByRole('button', { name: 'Explore a sample shop' }).click();
  await pictureSettled(panel);
  return panel;
}
