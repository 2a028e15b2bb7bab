import type { Locator, Page } from 'playwright-core';
import { FEED_ADDRESS, FEED_HOST } from '../demo/feed/feed.ts';
import { openCategory } from './panel-view.ts';
import type { Stage } from './stage.ts';

export { FEED_ADDRESS, FEED_HOST };
/** The permission that the demo's feed needs. */
export const FEED_ORIGIN = `https://${FEED_HOST}/*`;

/** The page of settings, with the browser's own question recorded in passing. */
export async function openOptions({ context, extension }: Stage): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(`
    const permissions = globalThis.chrome?.permissions;
    if (permissions !== undefined) {
      globalThis.questions = [];
      const request = permissions.request.bind(permissions);
      permissions.request = (wish, ...rest) => {
        globalThis.questions.push(wish);
        return request(wish, ...rest);
      };
    }
  `);
  await page.goto(`${extension}/src/options/options.html`);
  await page.locator('#feeds').waitFor();
  return page;
}

/** What the page asked the browser to be allowed, in order. */
export const questions = (page: Page): Promise<unknown> => page.evaluate('globalThis.questions');

/** Whether the browser lets the extension read an origin now. */
export const isAllowed = (page: Page, origin: string): Promise<unknown> =>
  page.evaluate(`chrome.permissions.contains({ origins: [${JSON.stringify(origin)}] })`);

/** Takes a permission away, as the seller may in the browser's settings. */
export const withdraw = (page: Page, origin: string): Promise<unknown> =>
  page.evaluate(`chrome.permissions.remove({ origins: [${JSON.stringify(origin)}] })`);

export const feedField = (page: Page): Locator => page.getByLabel('Address of a feed');
export const feedRow = (page: Page): Locator => page.locator('.feed', { hasText: FEED_HOST });

/** Adds a feed on the page of settings, without waiting for what comes of it. */
export async function enterFeed(page: Page, address: string = FEED_ADDRESS): Promise<void> {
  await feedField(page).fill(address);
  await page.getByRole('button', { name: 'Add feed' }).click();
}

/** Adds the demo's feed and waits until it is in the list. */
export async function addDemoFeed(stage: Stage): Promise<Page> {
  const page = await openOptions(stage);
  await enterFeed(page);
  await feedRow(page).waitFor();
  return page;
}

/** Names the category of the LIVE in view. */
export async function pickCategory(panel: Page, category: string): Promise<void> {
  await openCategory(panel);
  const dialog = panel.getByRole('dialog');
  await dialog.getByRole('combobox').selectOption(category);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** What was asked of the feed's host. */
export const askedOfFeed = ({ demo }: Stage): readonly string[] =>
  demo.requests
    .list()
    .filter(({ host }) => host === FEED_HOST)
    .map(({ path }) => path);

/** Waits until a text is in sight. */
export const feedSays = (view: Page | Locator, text: string | RegExp): Promise<void> =>
  view.getByText(text).first().waitFor();
