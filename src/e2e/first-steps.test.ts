import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import manifest from '../../manifest.json' with { type: 'json' };
import { DEMO_HOST } from '../demo/addresses.ts';
import { type Demo, startDemo } from '../demo/server.ts';
import { installEarlier } from './earlier-version.ts';
import { openMore, pressKey, seriousFaults, settled, shownRoom } from './panel-view.ts';
import { dockedPanel, raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';
import { testExtension } from './test-build.ts';

const PAGE = '/src/first-steps/first-steps.html';
/** The most that may pass from the install to a first diagnosis. */
const MINUTE_MS = 60_000;

const tabs = ({ context, extension }: Stage): Page[] =>
  context.pages().filter((page) => page.url() === extension + PAGE);
const one = async (stage: Stage): Promise<Page> => {
  await expect.poll(() => tabs(stage).length, { message: 'tabs of first steps' }).toBe(1);
  const [tab] = tabs(stage);
  if (tab === undefined) throw new Error('There are no first steps.');
  await tab.getByRole('heading', { level: 1 }).waitFor();
  return tab;
};
const inFront = async (stage: Stage): Promise<unknown> =>
  (await stage.worker()).evaluate(
    'chrome.tabs.query({ active: true }).then((active) => active.at(-1)?.url)',
  );
test.describe('the first steps', () => {
  let demo: Demo;
  let folder: string;
  test.beforeAll(async () => {
    demo = await startDemo({ seed: 7 });
  });
  test.afterAll(() => demo?.close());
  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'live-diagnosis-first-'));
  });
  test.afterEach(() =>
    rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  );

  test('open once after the install, go with one press, and come back only when asked for', async () => {
    const profile = join(folder, 'profile');
    const first = await raise({ demo, profile, isNew: true });
    try {
      const steps = await one(first);
      await expect.poll(() => inFront(first)).toBe(steps.url());
      await expect(steps.getByRole('list').first().getByRole('listitem')).toHaveCount(3);
      await expect.poll(() => seriousFaults(steps)).toEqual([]);
      await steps.keyboard.press('Tab');
      await expect(steps.getByRole('button', { name: 'Skip' })).toBeFocused();
      // The page is gone before the key is up again.
      await Promise.all([steps.waitForEvent('close'), steps.keyboard.down('Enter')]);
      expect(tabs(first)).toEqual([]);
    } finally {
      await first.close();
    }

    // Of an extension that isn't from the store, a browser says at each start that it was installed.
    const again = await raise({ demo, profile, isNew: true });
    try {
      const panel = await again.panelTab();
      await settled(panel);
      expect(tabs(again)).toEqual([]);
      await openMore(panel);
      await pressKey(panel.getByRole('menuitem', { name: 'First steps' }));
      const steps = await one(again);
      await expect.poll(() => inFront(again)).toBe(steps.url());

      await panel.goto(`${again.extension}/src/options/options.html`);
      await panel.bringToFront();
      await panel.getByRole('button', { name: 'First steps' }).click();
      await expect.poll(() => inFront(again)).toBe(steps.url());
      expect(tabs(again)).toEqual([steps]);
    } finally {
      await again.close();
    }
  });

  test('lead to the diagnosis of the latest LIVE beside Seller Center, within a minute of the install', async () => {
    const installed = Date.now();
    const stage = await raise({ demo, isNew: true });
    try {
      const steps = await one(stage);
      const opening = stage.context.waitForEvent('page');
      await steps.getByRole('button', { name: 'Open Seller Center' }).click();
      const center = await opening;
      await expect.poll(() => new URL(center.url()).host).toBe(DEMO_HOST);
      const panel = await dockedPanel(center);
      await settled(panel);
      expect(Date.now() - installed).toBeLessThan(MINUTE_MS);
      await expect.poll(() => shownRoom(panel)).toBe(stage.room);
      await expect(panel.locator('.fix').first()).toBeVisible();
    } finally {
      await stage.close();
    }
  });

  test('lead without a sign-in to a diagnosis in the sample shop, within a minute of the install', async () => {
    const installed = Date.now();
    const stage = await raise({ demo, isNew: true, signedIn: false });
    try {
      const steps = await one(stage);
      const opening = stage.context.waitForEvent('page');
      await steps.getByRole('button', { name: 'Explore a sample shop' }).click();
      const panel = await opening;
      await expect(panel.locator('.fix').first()).toBeVisible();
      expect(Date.now() - installed).toBeLessThan(MINUTE_MS);
      await expect(panel.locator('.ribbon')).toContainText('simulated');
    } finally {
      await stage.close();
    }
  });

  test('don’t open for a seller whose LIVEs are kept already', async () => {
    const earlier = await installEarlier(4);
    await earlier.update();
    const stage = await raise({ ...earlier.installed, demo, isNew: true, signedIn: false });
    try {
      const panel = await stage.panelTab('?room=7649951805363391253');
      await expect(panel.locator('.basic .facts')).toContainText('7649951805363391253');
      expect(tabs(stage)).toEqual([]);
    } finally {
      await stage.close();
      await earlier.discard();
    }
  });

  test('aren’t shown after an update; a dot on the menu leads to what is new, until that is read', async () => {
    const [extension, profile] = [join(folder, 'extension'), join(folder, 'profile')];
    await cp(testExtension, extension, { recursive: true });
    const file = join(extension, 'manifest.json');
    const shipped = await readFile(file, 'utf8');
    const before = { ...v.parse(v.looseObject({}), JSON.parse(shipped)), version: '0.1.0' };
    await writeFile(file, JSON.stringify(before));
    const old = await raise({ demo, profile, extension, isNew: true });
    await one(old);
    await old.close();

    await writeFile(file, shipped);
    const stage = await raise({ demo, profile, extension, isNew: true });
    try {
      const [panel, other] = [await stage.panelTab(), await stage.panelTab()];
      for (const one of [panel, other]) await settled(one);
      expect(tabs(stage)).toEqual([]);
      const marked = (view: Page) => view.getByRole('button', { name: 'More, with something new' });
      await expect(marked(other)).toBeVisible();
      await marked(panel).click();
      await pressKey(panel.getByRole('menuitem', { name: /^What’s new/ }));
      const told = panel.getByRole('dialog', { name: 'What’s new' });
      await expect(told.getByRole('heading', { level: 3 }).first()).toHaveText(
        `New in version ${manifest.version}`,
      );
      await expect(told.getByRole('listitem').first()).toBeVisible();
      await expect.poll(() => seriousFaults(panel, 'dialog')).toEqual([]);
      await panel.keyboard.press('Escape');
      for (const one of [panel, other]) {
        await expect(one.getByRole('button', { name: 'More', exact: true })).toBeVisible();
        await expect(marked(one)).toHaveCount(0);
      }
      // It is there all the same.
      await openMore(other);
      await pressKey(other.getByRole('menuitem', { name: 'What’s new', exact: true }));
      await expect(other.getByRole('dialog', { name: 'What’s new' })).toBeVisible();
    } finally {
      await stage.close();
    }
  });
});
