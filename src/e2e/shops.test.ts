import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { latestOf } from '../metrics/live/latest.ts';
import { ShopKeySchema } from '../metrics/live/shop-key.ts';
import { unixMs } from '../metrics/time.ts';
import { changeSettings } from './change-settings.ts';
import { openMore, picker, seriousFaults, settled, shownRoom } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';
import { keepTwoShops, type TwoShops } from './two-shops.ts';

test.describe('LIVEs of two shops', () => {
  let stage: Stage;
  let panel: Page;
  let shops: TwoShops;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await stage.panelTab();
    shops = await keepTwoShops(stage, panel);
  });
  test.afterAll(() => stage?.close());
  test.beforeEach(async () => {
    await changeSettings(panel, { shop: null });
    await panel.setViewportSize({ width: 400, height: 800 });
    await show(shops.us[6]?.room.id ?? '');
  });

  const show = async (room: string) => {
    await panel.goto(`${stage.extension}/src/panel/panel.html?room=${room}`);
    await settled(panel, room);
  };
  /** The LIVE before another in a list that has the newest first. */
  const after = (lives: TwoShops['vn'], id: string | undefined) =>
    lives[lives.findIndex(({ room }) => room.id === id) + 1]?.room.id;
  const filter = () => panel.getByRole('combobox', { name: 'Shop', exact: true });
  const options = () =>
    panel.getByRole('listbox', { name: 'Most recently started LIVEs' }).getByRole('option');

  test('are listed shop by shop: the choice opens the latest, and the steps keep to it', async () => {
    await picker(panel).focus();
    await expect(filter()).toBeVisible();
    await panel.keyboard.press('Tab');
    await expect(filter()).toBeFocused();
    await expect(filter().getByRole('option')).toHaveText([
      'All shops',
      '@made.us · US · USD',
      '@made.vn · VN · VND',
      'Account not known',
    ]);
    await expect.poll(() => seriousFaults(panel, '.picker')).toEqual([]);
    await filter().selectOption('@made.vn · VN · VND');
    await expect(options()).toHaveCount(0);
    await expect(picker(panel)).toBeFocused();
    const latest = latestOf(shops.vn, unixMs(Date.now()))?.room.id;
    await expect.poll(() => shownRoom(panel)).toBe(latest);
    await picker(panel).press('ArrowDown');
    await expect(options()).toHaveCount(10);
    await expect(options()).toContainText(Array.from({ length: 10 }, () => '@made.vn'));
    await panel.keyboard.press('Escape');
    await panel.getByRole('button', { name: 'Earlier LIVE' }).click();
    await expect.poll(() => shownRoom(panel)).toBe(after(shops.vn, latest));
    await panel.goto(`${stage.extension}/src/panel/panel.html`);
    await expect.poll(() => shownRoom(panel)).toBe(latest);
  });

  test('open by id whichever is listed, and say whose they are', async () => {
    await changeSettings(panel, { shop: v.parse(ShopKeySchema, 'id:700202 VND') });
    const [, , , other] = shops.us;
    await show(other?.room.id ?? '');
    await expect(panel.locator('.picker-under')).toContainText('@made.us · ');
    await picker(panel).fill(shops.us[5]?.room.id ?? '');
    await expect(options()).toContainText('@made.us');
    await picker(panel).press('Escape');
    await panel.getByRole('button', { name: 'Later LIVE' }).click();
    await expect.poll(() => shownRoom(panel)).toMatch(/^2/);
    await expect(panel.locator('.picker-under')).not.toContainText('@made');
  });

  test('stand side by side over time, money never compared across currencies', async () => {
    await panel.setViewportSize({ width: 320, height: 800 });
    await openMore(panel);
    await panel.getByRole('menuitem', { name: /^Your LIVEs over time/ }).click();
    const view = panel.getByRole('dialog', { name: 'Your LIVEs over time' });
    await view.getByRole('tab', { name: 'Shops' }).click();
    const table = view.getByRole('table', { name: 'Shops' });
    const row = (name: string) => table.getByRole('row').filter({ hasText: name });
    await expect(table.getByRole('columnheader')).toContainText(['@made.us', '@made.vn']);
    await expect(row('Tap-through rate')).toContainText(/[+−]?\d+%$/);
    await expect(row('GMV per hour')).toContainText(/\$[\d,]+₫[\d,.]+M?$/);
    await expect(view).toContainText('Don’t add up the shops’ hours');
    await expect.poll(() => seriousFaults(panel, 'dialog[open]')).toEqual([]);
    await view
      .getByRole('combobox', { name: 'Shop', exact: true })
      .selectOption('@made.vn · VN · VND');
    await expect(table.getByRole('columnheader')).toContainText(['@made.vn', '@made.us']);
    await panel.keyboard.press('Escape');
    await expect(view).toHaveCount(0);
  });
});
