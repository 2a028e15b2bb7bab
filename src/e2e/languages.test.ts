import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sentencesOf } from './sentences.ts';
import { raise } from './stage.ts';
import { eventually, expect, test } from './test.ts';

const folder = join(import.meta.dirname, '../../public/_locales');

/** The languages beside English. */
const codes = readdirSync(folder).filter((code) => code !== 'en');

for (const code of codes) {
  // One stands for those that are read from the left, one for those from the right: each takes as long.
  test(`a browser that speaks ${code} gets the panel in its language, whole at 320 px`, {
    tag: ['vi', 'ar'].includes(code) ? [] : '@long',
  }, async () => {
    const say = sentencesOf(code);
    const stage = await raise({ signedIn: false, language: code.replace('_', '-') });
    try {
      const panel = await stage.panelTab();
      await panel.getByRole('button', { name: say('panel_explore_sample') }).click();
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
      // The picture of what one gets stays within its card.
      await eventually(async () => {
        const over = await panel.locator('.first-picture .card').evaluate((card) => {
          const { left, right } = card.getBoundingClientRect();
          const parts = [...card.querySelectorAll('*')].filter((part) => {
            const box = part.getBoundingClientRect();
            return box.left < left || box.right > right;
          });
          return parts.map(({ textContent }) => textContent);
        });
        expect(over).toEqual([]);
      });
    } finally {
      await stage.close();
    }
  });
}
