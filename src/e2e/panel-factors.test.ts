import type { Page } from 'playwright-core';
import type { Session } from '../metrics/session.ts';
import { newestWhere } from './newest-live.ts';
import { archivedSession } from './panel-archive.ts';
import { pickRoom, settled, shownRoom } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

test.describe('the factors of a LIVE', () => {
  let stage: Stage;
  let panel: Page;
  let session: Session;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await stage.panelTab();
    await panel.setViewportSize({ width: 400, height: 900 });
    await panel.getByRole('button', { name: 'Explore a sample shop' }).click();
    await settled(panel);
    session = await archivedSession(panel, 'sample', (await shownRoom(panel)) ?? '');
  });
  test.afterAll(() => stage?.close());

  const groups = ['Entry and stay', 'Interaction and conversion'];
  const rows = () => panel.locator('.group .factor-row');
  const count = () => rows().count();
  const group = (name: string) =>
    panel
      .locator('.factors > .group')
      .filter({ has: panel.getByRole('heading', { name }) })
      .first();
  const fold = (name: RegExp) => panel.locator('.factors').getByRole('button', { name });

  test('are those that cost money, three a group, until all are asked for', {
    tag: '@day',
  }, async () => {
    for (const name of groups) {
      await expect(group(name)).toBeVisible();
      await expect(group(name).locator('.factor-row').nth(3)).toHaveCount(0);
    }
    await expect(rows().nth(1)).toBeVisible();
    const costly = panel.locator('.factors-head:has-text("Costs money") ~ .group .factor-money');
    await expect(costly.first()).toHaveText(/\d/);
    await expect(panel.locator('.factor-quiet')).toHaveCount(0);
    const few = await count();
    const expand = panel.getByRole('button', { name: /^Expand all factors \(\d+\)$/ });
    const offered = async () => Number(/\d+/.exec((await expand.textContent()) ?? '')?.[0]);
    await expect.poll(offered).toBeGreaterThanOrEqual(12);
    const due = await offered();
    await expand.click();
    await expect(rows()).toHaveCount(due);
    await panel.getByRole('button', { name: 'Show the leading factors only' }).click();
    await expect(rows()).toHaveCount(few);
  });

  for (const name of [/^Fine \(\d+\)$/, /^Needs data \(\d+\)$/]) {
    test(`unfold under ${name.source.slice(1, -9)}, with what was seen or what is missing`, async () => {
      const few = await count();
      const due = Number(/\d+/.exec((await fold(name).textContent()) ?? '')?.[0]);
      await fold(name).press('Enter');
      await expect(fold(name)).toHaveAttribute('aria-expanded', 'true');
      await expect(rows()).toHaveCount(few + due);
      for (const row of await panel.locator('.factor-quiet .factor-row').all()) {
        await expect(row.locator('.factor-said')).toHaveText(/\w+/);
      }
      await fold(name).press('Enter');
      await expect(rows()).toHaveCount(few);
    });
  }

  test('draw their money on one scale from zero, with the interval as a whisker', async () => {
    const costly = () => panel.locator('.factor-row:has(.money-bar)');
    await newestWhere(panel, async () => (await costly().count()) >= 2);
    const drawn = () =>
      costly().evaluateAll((all) =>
        all.map((row) => {
          const of = (part: string) => row.querySelector(part)?.getBoundingClientRect();
          const bar = of('.money-bar');
          const fill = of('.money-fill');
          const whisker = of('.money-whisker');
          const money = Number(
            row.querySelector('.factor-money')?.textContent?.replace(/[^\d.]/g, ''),
          );
          return {
            start: bar?.left ?? 0,
            width: bar?.width ?? 0,
            perUnit: (fill?.width ?? 0) / money,
            isInside: (whisker?.right ?? 0) <= (bar?.right ?? 0) + 0.5,
            holds:
              (whisker?.left ?? 0) <= (fill?.right ?? 0) &&
              (whisker?.right ?? 0) >= (fill?.right ?? 0),
          };
        }),
      );
    for (const width of [400, 1280]) {
      await panel.setViewportSize({ width, height: 900 });
      await eventually(async () => {
        const [first, ...others] = await drawn();
        for (const one of others) {
          expect(one).toMatchObject({ start: first?.start, width: first?.width });
          expect(one.isInside && one.holds).toBe(true);
          expect(one.perUnit / (first?.perUnit ?? 0)).toBeCloseTo(1, 1);
        }
        expect(first?.width).toBeGreaterThan(150);
      });
    }
    await pickRoom(panel, session.room.id);
    await panel.setViewportSize({ width: 400, height: 900 });
  });

  test('leave nothing empty beside those that are open on a wide page', async () => {
    await panel.setViewportSize({ width: 1200, height: 900 });
    await rows().first().press('Enter');
    await eventually(async () => {
      const list = await panel.locator('.factors').boundingBox();
      const open = await panel.locator('.factor-open').first().boundingBox();
      expect((open?.width ?? 0) / (list?.width ?? 1)).toBeGreaterThan(0.95);
    });
    await rows().first().press('Enter');
    await panel.setViewportSize({ width: 400, height: 900 });
  });

  test('open by keyboard, with what was seen and what to do', async () => {
    const row = rows().first();
    const isOpen = (open: boolean) => expect(row).toHaveAttribute('aria-expanded', `${open}`);
    await isOpen(false);
    await row.focus();
    await panel.keyboard.press('Enter');
    await isOpen(true);
    const id = await row.getAttribute('aria-controls');
    const detail = panel.locator(`[id="${id}"]`);
    await expect(detail).toContainText('Try:');
    await expect(detail.getByRole('table')).toHaveCount(1);
    await panel.keyboard.press('Space');
    await isOpen(false);
    await panel.keyboard.press('Space');
    await isOpen(true);
  });
});
