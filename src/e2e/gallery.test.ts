import { readdir, readFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ensureBrowser } from '../demo/browser.ts';
import { buildGallery, GALLERY } from './gallery/build.ts';
import { seriousFaults } from './panel-view.ts';
import { expect, test } from './test.ts';

const DESIGN = resolve(import.meta.dirname, '../panel/design');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Not a look: they load the code of others, or look as their place has it. */
const faceless = ['Loaded', 'ComboboxOption'];

test.describe('the page of components', () => {
  let browser: Browser;
  let page: Page;
  test.beforeAll(async () => {
    await buildGallery();
    const { path } = await ensureBrowser(() => undefined);
    browser = await chromium.launch({ executablePath: path });
    page = await browser.newPage({ viewport: { width: 400, height: 900 } });
    await page.route('https://gallery.test/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({
        contentType: types[extname(pathname)] ?? 'text/plain',
        body: await readFile(join(GALLERY, pathname)),
      });
    });
    await page.goto('https://gallery.test/gallery.html');
  });
  test.afterAll(() => browser?.close());

  test('shows every component of the design', async () => {
    const files = (await readdir(DESIGN)).filter((file) => /^(?!.*test).*\.tsx$/.test(file));
    const sources = await Promise.all(files.map((file) => readFile(join(DESIGN, file), 'utf8')));
    const exported = sources.flatMap((source) =>
      [...source.matchAll(/^export function ([A-Z]\w+)/gm)].map(([, name]) => name),
    );
    const wanted = exported.filter((name) => name !== undefined && !faceless.includes(name));
    expect(wanted.length).toBeGreaterThan(15);
    const shown = page.locator('.gallery-component h2');
    await expect(shown.first()).toBeVisible();
    const missing = async () => {
      const names = await shown.allTextContents();
      return wanted.filter((name) => name !== undefined && !names.includes(name));
    };
    await expect.poll(missing).toEqual([]);
  });

  for (const look of [
    { colorScheme: 'light' },
    { colorScheme: 'dark' },
    { colorScheme: 'light', forcedColors: 'active' },
  ] as const) {
    test(`has no serious fault that axe finds, ${Object.values(look).join(', ')}`, async () => {
      await page.emulateMedia({ forcedColors: 'none', ...look, reducedMotion: 'reduce' });
      await expect.poll(() => seriousFaults(page)).toEqual([]);
    });
  }

  for (const direction of ['ltr', 'rtl']) {
    test(`fits 320 px, read ${direction}`, async () => {
      await page.setViewportSize({ width: 320, height: 900 });
      await page.goto(`https://gallery.test/gallery.html?dir=${direction}`);
      const out = () =>
        page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth <= clientWidth
            ? []
            : [...document.querySelectorAll('main *')]
                .filter((one) => {
                  const { left, right } = one.getBoundingClientRect();
                  return left < 0 || right > clientWidth;
                })
                .map(({ tagName, className }) => `${tagName} ${className}`);
        });
      await expect.poll(out).toEqual([]);
    });
  }

  test('opens and closes a disclosure, a menu and a dialog by key', async () => {
    const closed = page.locator('details.disclosure').first();
    await closed.locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(closed).toHaveAttribute('open', '');
    await page.getByRole('button', { name: 'More' }).press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Print' })).toBeFocused();
    await page.keyboard.press('Escape');
    const opener = page.getByRole('button', { name: 'Choose a category' });
    await opener.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(opener).toBeFocused();
  });
});
