import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { sentencesOf } from './sentences.ts';
import { raise } from './stage.ts';
import { eventually, expect, test } from './test.ts';

const folder = join(import.meta.dirname, '../../public/_locales');

/** The languages beside English. */
const codes = readdirSync(folder).filter((code) => code !== 'en');

/** The words of what leaves the card that the picture of a first screen is drawn in. */
const overCard = (panel: Page): Promise<(string | null)[]> =>
  panel.locator('.first-picture .card').evaluate((card) => {
    const { left, right } = card.getBoundingClientRect();
    const over = [...card.querySelectorAll('*')].filter((part) => {
      const box = part.getBoundingClientRect();
      return box.left < left || box.right > right;
    });
    return over.map(({ textContent }) => textContent);
  });

for (const code of codes) {
  // One stands for those that are read from the left, one for those from the right: each takes as long.
  test(`a browser that speaks ${code} gets the panel in its language, whole at 320 px`, {
    tag: ['vi', 'ar'].includes(code) ? [] : '@long',
  }, async () => {
    const say = sentencesOf(code);
    const stage = await raise({ signedIn: false, language: code.replace('_', '-') });
    try {
      const panel = await stage.panelTab();
      const explore = panel.getByRole('button', { name: say('panel_explore_sample') });
      await expect(explore).toBeVisible();
      await panel.setViewportSize({ width: 320, height: 720 });
      await eventually(async () => expect(await overCard(panel)).toEqual([]));
      await explore.click();
      const why = panel.locator('.fix').getByText(say('verdict_why'), { exact: true });
      await expect(why.first()).toBeVisible();
      const root = panel.locator('html');
      const direction = code === 'ar' ? 'rtl' : 'ltr';
      await expect(root).toHaveAttribute('dir', direction);
      // Dates and figures too, whatever the browser calls its own language.
      await expect(root).toHaveAttribute('lang', code.replace('_', '-'));
      for (const width of [400, 320]) {
        await panel.setViewportSize({ width, height: 720 });
        await eventually(async () => {
          const wide = await panel.evaluate('document.documentElement.scrollWidth > innerWidth');
          expect(wide).toBe(false);
        });
      }
      // A figure leads to its target the way that is read, whatever marks of direction both hold.
      const figures = panel.locator('.step-yours:has(.step-goal)').first().locator('bdi');
      await eventually(async () => {
        const [own = 0, target = 0] = await figures.evaluateAll((found) =>
          found.map((one) => one.getBoundingClientRect().left),
        );
        expect(Math.sign(target - own)).toBe(direction === 'rtl' ? -1 : 1);
      });
      await panel.goto(`${stage.extension}/src/options/options.html`);
      await expect(panel.getByRole('heading', { name: say('options_settings') })).toBeVisible();
      await expect(root).toHaveAttribute('dir', direction);
      await panel.goto(`${stage.extension}/src/first-steps/first-steps.html`);
      await expect(panel.getByRole('heading', { name: say('first_steps_read') })).toBeVisible();
      await expect(root).toHaveAttribute('dir', direction);
      const isWide = () => panel.evaluate('document.documentElement.scrollWidth > innerWidth');
      await expect.poll(isWide).toBe(false);
      await eventually(async () => expect(await overCard(panel)).toEqual([]));
    } finally {
      await stage.close();
    }
  });
}
