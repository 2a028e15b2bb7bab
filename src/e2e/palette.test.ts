import type { Page } from 'playwright-core';
import { pickRoom, seriousFaults, settled, shownRoom } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

test.describe('the command palette', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise();
    await settled(await stage.dashboard(stage.room), stage.room);
    panel = await stage.panelTab(`?room=${stage.room}`);
    await panel.setViewportSize({ width: 400, height: 720 });
    await settled(panel, stage.room);
  });
  test.afterAll(() => stage?.close());
  test.afterEach(async () => {
    await panel.keyboard.press('Escape');
    await expect(palette()).toHaveCount(0);
  });

  const palette = () => panel.getByRole('dialog', { name: 'Find anything' });
  const find = async (words: string) => {
    await panel.keyboard.press('Control+k');
    const field = palette().getByRole('combobox');
    await expect(field).toBeFocused();
    await field.fill(words);
    return palette().getByRole('option');
  };

  test('leads to a factor that is folded away, and opens it', async () => {
    const options = await find('quiet stretches');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await panel.keyboard.press('Enter');
    const row = panel.getByRole('button', { name: /^Quiet stretches/ });
    await expect(row).toBeFocused();
    await expect(row).toBeInViewport();
    await expect(row).toHaveAttribute('aria-expanded', 'true');
  });

  test('leads to a metric, with its figure beside its name', async () => {
    const option = (await find('watch gpm')).first();
    await expect(option).toContainText('$');
    await option.click();
    const row = panel.locator('[data-metric="watchGpm"]');
    await expect(row).toBeFocused();
    await expect(row).toBeInViewport();
  });

  test('leads to a metric that is folded away, and unfolds it', async () => {
    const folded = panel.locator('.metric-others[hidden] [data-metric]').first();
    const id = await folded.getAttribute('data-metric');
    const name = (await folded.locator('.tip-button').getAttribute('aria-label')) ?? '';
    const words = /^What is (.+)\?$/.exec(name)?.[1] ?? '';
    await (await find(words)).filter({ hasText: words }).first().click();
    const row = panel.locator(`.metrics [data-metric="${id}"]`);
    await expect(row).toBeFocused();
    await expect(row).toBeInViewport();
  });

  test('opens a LIVE by its date or title', async () => {
    const before = await shownRoom(panel);
    const titleOf = (id: string | undefined) =>
      stage.demo.sessions().find(({ room }) => room.id === id)?.room.title ?? '';
    const other = stage.demo
      .sessions()
      .map(({ room }) => room.title ?? '')
      .find((title) => title !== '' && title !== titleOf(before));
    const words = (other ?? '').split(' with ')[0] ?? '';
    const option = (await find(words)).first();
    await expect(option).toContainText(words);
    await option.click();
    await expect.poll(() => shownRoom(panel)).not.toBe(before);
    await panel.goto(`${stage.extension}/src/panel/panel.html?room=${stage.room}`);
    await settled(panel, stage.room);
  });

  test('opens a LIVE by a product it held', async () => {
    const held = stage.demo.sessions().find(({ room }) => room.id === stage.room);
    const product = held?.products?.at(-1)?.name ?? '';
    const start = (await panel.locator('.picker-under .clip-text').textContent()) ?? '-';
    await pickRoom(panel, stage.running);
    const option = (await find(product)).filter({ hasText: `Product: ${product}` });
    await option.filter({ hasText: start }).click();
    await settled(panel, stage.room);
  });

  test('leads to a section by the arrow keys', async () => {
    await panel.keyboard.press('Control+k');
    await palette().getByRole('combobox').press('ArrowDown');
    await panel.keyboard.press('Enter');
    await expect(panel.locator('#data')).toBeFocused();
  });

  test('says that nothing was found', async () => {
    await find('zzzz');
    await expect(palette()).toContainText('Nothing found');
    await panel.keyboard.press('Enter');
    await expect(palette()).toBeVisible();
  });

  test('has no serious fault that axe finds', async () => {
    await find('c');
    for (const colorScheme of ['light', 'dark'] as const) {
      await panel.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect.poll(() => seriousFaults(panel, 'dialog[open]')).toEqual([]);
    }
  });
});
