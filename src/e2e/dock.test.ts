import type { Page } from 'playwright-core';
import { DEMO_HOST, dashboardAddress } from '../demo/addresses.ts';
import { CAPTURED_ROOM } from '../demo/captured.ts';
import { spoken } from './content-stage.ts';
import { archivedRooms, askArchive } from './panel-archive.ts';
import { openMore, settled } from './panel-view.ts';
import { dockedPanel, isPanelFrame, raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

const LIVE_ANALYSIS = `https://${DEMO_HOST}/compass/live-analysis`;

const isDocked = (page: Page): boolean => page.frames().some(isPanelFrame);
const reach = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.getBoundingClientRect().right);

/** What assistive technology calls the closed panel's tab. */
const pillName = async (page: Page): Promise<string> =>
  (await spoken(page)).find((one) => one.startsWith('button|Open LIVE Diagnosis')) ?? 'no tab';

test.describe('the closed panel of a LIVE dashboard, 1,000 px wide', () => {
  let stage: Stage;
  test.beforeAll(async () => {
    stage = await raise({ viewport: { width: 1000, height: 800 } });
  });
  test.afterAll(() => stage?.close());

  test('says the verdict that the panel says, before it was ever opened, and asks nobody for it', async () => {
    const { page } = stage;
    await page.goto(dashboardAddress(CAPTURED_ROOM));
    await expect
      .poll(() => pillName(page))
      .toMatch(/^button\|Open LIVE Diagnosis: \d+% (?:below|above) your usual\|$/);
    const options = await stage.context.newPage();
    await options.goto(`${stage.extension}/src/options/options.html`);
    const asked = await askArchive(options, 'archive.ledger', { which: 'shop' });
    expect(asked).toEqual({ ok: true, value: { entries: [] } });
    await options.close();
    await expect.poll(() => page.frames().length, 'frames of the page').toBe(1);

    const panel = await stage.panelTab(`?room=${CAPTURED_ROOM}`);
    await settled(panel, CAPTURED_ROOM);
    await eventually(async () => {
      const tag = (await panel.locator('.verdict-tag > .chip').textContent()) ?? '';
      expect(tag).toMatch(/^\d+% (?:below|above)$/);
      expect(await pillName(page)).toBe(`button|Open LIVE Diagnosis: ${tag} your usual|`);
    });
    await panel.close();
  });

  test('says what the open panel worked out, once it is closed again', async () => {
    const { page } = stage;
    const panel = await stage.panelTab(`?room=${stage.room}`);
    await settled(panel, stage.room);
    const tag = panel.locator('.verdict-tag > .chip');
    await expect(tag).toHaveText(/^\d+% (?:below|above)$|^As usual$/);
    await page.goto(dashboardAddress(stage.room));
    await eventually(async () => {
      const said = (await tag.textContent()) ?? '';
      const name = said === 'As usual' ? said : `${said} your usual`;
      expect(await pillName(page)).toBe(`button|Open LIVE Diagnosis: ${name}|`);
    });
    await panel.close();
  });

  test('says no more of a LIVE that runs than what it opens', async () => {
    const { page } = stage;
    await page.goto(dashboardAddress(stage.running));
    await expect.poll(() => pillName(page)).toBe('button|Open LIVE Diagnosis|');
  });
});

test.describe('the pages of LIVEs while nobody looks', () => {
  let stage: Stage;
  test.beforeAll(async () => {
    stage = await raise({ viewport: { width: 1000, height: 800 } });
  });
  test.afterAll(() => stage?.close());

  test('are asked for nothing by us, and what they ask for themselves is kept', async () => {
    const { page } = stage;
    const options = await stage.context.newPage();
    await options.goto(`${stage.extension}/src/options/options.html`);
    const kept = async (room: string) =>
      (await archivedRooms(options, 'shop')).find(({ id }) => id === room)?.fetchedAt ?? 'not kept';
    for (const room of [stage.running, stage.room]) {
      await page.bringToFront();
      await page.goto(dashboardAddress(room));
      await expect.poll(() => kept(room)).toEqual(expect.any(Number));
    }
    await expect
      .poll(() => pillName(page))
      .toMatch(/^button\|Open LIVE Diagnosis: .*your usual\|$|As usual/);
    await page.goto(LIVE_ANALYSIS);
    await expect.poll(() => pillName(page)).toBe('button|Open LIVE Diagnosis|');
    const asked = await askArchive(options, 'archive.ledger', { which: 'shop' });
    expect(asked).toEqual({ ok: true, value: { entries: [] } });
  });
});

test.describe('how the docked panel stands', () => {
  let stage: Stage;
  test.beforeAll(async () => {
    stage = await raise({ viewport: { width: 1280, height: 800 } });
  });
  test.afterAll(() => stage?.close());

  test('is beside the page at first, with every figure of it in sight', async () => {
    const { page } = stage;
    await settled(await stage.dashboard(stage.room), stage.room);
    await expect.poll(() => reach(page)).toBe(880);
    await expect(page.getByText('doesn’t make room')).toHaveCount(0);
  });

  test('comes from files that the page is not told of and can’t reach by the extension’s name', async () => {
    const { page, extension } = stage;
    await settled(await stage.dashboard(stage.room), stage.room);
    const files = ['src/content/at-need.js', 'src/content/launcher.iife.js', 'manifest.json'];
    const reached = await page.evaluate(
      async ({ from, paths }) => {
        const taken: string[] = [];
        for (const path of paths) {
          const answer = await fetch(`${from}/${path}`).catch(() => undefined);
          const script = await import(`${from}/${path}`).catch(() => undefined);
          if (answer !== undefined || script !== undefined) taken.push(path);
        }
        return taken;
      },
      { from: extension, paths: files },
    );
    expect(reached).toEqual([]);
    const told = await page.evaluate(() => performance.getEntries().map(({ name }) => name));
    expect(told.filter((name) => name.startsWith('chrome-extension:'))).toEqual([]);
    expect(told.length).toBeGreaterThan(0);
  });

  test('is chosen for each kind of page by itself', async () => {
    const { page } = stage;
    const panel = await stage.dashboard(stage.room);
    await settled(panel, stage.room);
    await openMore(panel);
    await panel.getByRole('menuitem', { name: 'Dock over the page' }).click();
    await expect.poll(() => reach(page)).toBe(1280);
    await page.goto(LIVE_ANALYSIS);
    const other = await dockedPanel(page);
    await expect.poll(() => reach(page)).toBe(880);
    await settled(other);
    await other.getByRole('button', { name: 'Close panel', exact: true }).click();
    await expect.poll(() => isDocked(page)).toBe(false);
    await page.goto(dashboardAddress(stage.room));
    await expect.poll(() => isDocked(page)).toBe(true);
    await expect.poll(() => reach(page)).toBe(1280);
    await page.goto(LIVE_ANALYSIS);
    await expect.poll(() => pillName(page)).toBe('button|Open LIVE Diagnosis|');
    await expect.poll(() => isDocked(page)).toBe(false);
  });

  test('is over pages that make no room, which it says once', async () => {
    const { page } = stage;
    const manager = `https://${DEMO_HOST}/streamer/live/session`;
    /** A page of the kind that lays its figures out for the whole window. */
    const visit = async () => {
      await page.goto(manager);
      await page.evaluate(() => {
        document.body.replaceChildren(
          ...Array.from({ length: 40 }, () => {
            const row = document.createElement('p');
            row.textContent = 'Current viewers 1,330 '.repeat(12);
            Object.assign(row.style, { width: '1240px', whiteSpace: 'nowrap' });
            return row;
          }),
        );
      });
      return dockedPanel(page);
    };
    const said = 'This page doesn’t make room, so the panel lies over it.';
    const panel = await visit();
    await expect.poll(() => reach(page)).toBe(1280);
    await expect(panel.getByText(said)).toBeVisible();
    await panel.getByRole('button', { name: 'Got it' }).click();
    await expect(panel.getByText(said)).toHaveCount(0);
    const again = await visit();
    await settled(again);
    await expect.poll(() => reach(page)).toBe(1280);
    await expect(again.getByText(said)).toHaveCount(0);
    await openMore(again);
    await again.getByRole('menuitem', { name: 'Dock beside the page', exact: true }).click();
    await expect.poll(() => reach(page)).toBe(880);
  });
});
