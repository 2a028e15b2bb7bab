import type { Frame } from 'playwright-core';
import { DIRECT_ROOM } from '../demo/captured.ts';
import { metricRows, settled, totals } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

/** With plain blanks: currencies stand before amounts with one that doesn't break. */
const plain = (text: string | undefined) => text?.replace(/\s/g, ' ');

test.describe('a dashboard that answers direct GMV', () => {
  let stage: Stage;
  let panel: Frame;
  test.beforeAll(async () => {
    stage = await raise();
    panel = await stage.dashboard(DIRECT_ROOM);
    await settled(panel, DIRECT_ROOM);
  });
  test.afterAll(() => stage?.close());

  test('shows its money under its own name, and no attributed money', async () => {
    await expect
      .poll(async () => {
        const all = await totals(panel);
        return { direct: plain(all.get('directGmv')), attributed: all.get('gmv') };
      })
      .toEqual({ direct: 'Rp 60,150,000', attributed: undefined });
    await expect
      .poll(async () => plain((await metricRows(panel)).get('directGmvPerHour')?.value))
      .toBe('Rp 628,080');
  });

  test('leads with direct GMV per hour and says what it is', async () => {
    await expect(panel.locator('.verdict-figure')).toContainText('628,080');
    await expect(panel.locator('.verdict-totals')).toContainText(/direct/i);
    // No such answer was ever captured.
    await expect(panel.getByText(/simulated/i).first()).toBeVisible();
  });
});
