import type { Page } from 'playwright-core';
import { next, plans, sampleShop } from './plan-stage.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

const DAY = 86_400_000;

test.describe('the start of a next LIVE', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await sampleShop(stage);
    await next(panel).getByRole('button', { name: 'Make this plan' }).click();
    await panel.locator('.plan-item').first().waitFor();
  });
  test.afterAll(() => stage?.close());

  const the = async () => {
    const [plan] = await plans(panel);
    if (plan === undefined) throw new Error('There is no plan.');
    return plan;
  };

  test('is typed key by key, which costs no reminder on its way', async () => {
    const dayIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
    const starts = next(panel).getByLabel('Next LIVE starts');
    await starts.fill(`${dayIn(3)}T20:00`);
    await starts.blur();
    await next(panel).getByLabel('Remind me').selectOption({ label: '1 day before' });
    await expect.poll(async () => (await the()).remindAt).toBeDefined();
    const [year = '', month = '', day = ''] = dayIn(40).split('-');
    await starts.focus();
    // Each key as a change of its own, with the time for what it does.
    for (const key of `${month}${day}${year}`) {
      await panel.keyboard.press(key);
      await panel.waitForTimeout(60);
    }
    await expect.poll(() => starts.inputValue()).toBe(`${dayIn(40)}T20:00`);
    await starts.blur();
    await eventually(async () => {
      const { startsAt = 0, remindAt = 0 } = await the();
      expect(startsAt).toBeGreaterThan(Date.now() + 38 * DAY);
      expect(startsAt - remindAt).toBe(DAY);
    });
    const before = (await the()).startsAt;
    await starts.focus();
    await panel.keyboard.press('Backspace');
    await starts.blur();
    await expect.poll(() => starts.inputValue()).toBe(`${dayIn(40)}T20:00`);
    await expect.poll(async () => (await the()).startsAt).toBe(before);
  });
});
