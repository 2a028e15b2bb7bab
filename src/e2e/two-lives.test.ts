import type { Page } from 'playwright-core';
import { hostedLive } from '../panel/course/host-segments.ts';
import { changeSettings } from './change-settings.ts';
import { archivedRooms, archivedSession } from './panel-archive.ts';
import { openMore, picker, seriousFaults, settled, shownRoom } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

test.describe('the window that compares two LIVEs', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await stage.panelTab();
    await panel.setViewportSize({ width: 320, height: 900 });
    await panel.getByRole('button', { name: 'Explore a sample shop' }).click();
    await settled(panel);
  });
  test.afterAll(() => stage?.close());
  test.beforeEach(async () => {
    await openMore(panel);
    await panel.getByRole('menuitem', { name: 'Compare this LIVE with…' }).click();
    await expect(part('Where the difference comes from')).toBeVisible();
  });
  test.afterEach(async () => {
    await panel.keyboard.press('Escape');
    await expect(dialog()).toHaveCount(0);
  });

  const dialog = () => panel.getByRole('dialog', { name: 'Compare LIVEs' });
  const part = (name: string) =>
    dialog()
      .locator('.two-lives-part')
      .filter({ has: panel.getByRole('heading', { name, exact: true }) });
  const field = (letter: 'A' | 'B') => dialog().getByRole('combobox', { name: `${letter}: LIVE` });
  const bars = () => part('Where the difference comes from').locator('.waterfall li');
  const way = () => panel.getByRole('button', { name: 'Compare this LIVE with…' });
  /** The money of a bar of the picture, as it is written. */
  const moneyOf = (name: string) => bars().filter({ hasText: name }).locator('.waterfall-figure');

  const figures = () => bars().locator('.waterfall-figure').allTextContents();
  /** By how much the bars in between miss the last one. */
  const missed = async (): Promise<number> => {
    const amounts = (await figures()).map((text) =>
      Number(text.replace('−', '-').replace(/[^\d.-]/g, '')),
    );
    const way = amounts.slice(0, -1).reduce((sum, one) => sum + one, 0);
    return Math.abs(way - (amounts.at(-1) ?? Number.NaN));
  };

  test('begins with the LIVE before it, leads from its money to this one’s, and swaps', async () => {
    await expect(bars()).toHaveCount(7);
    // Each is written without its cents.
    await expect.poll(missed).toBeLessThanOrEqual(4);
    const before = await figures();
    for (const name of [
      'Funnel',
      'Figures',
      'Course from the start',
      'Products',
      'Traffic sources',
    ]) {
      await expect(part(name)).toBeVisible();
    }
    await expect(part('Course from the start').getByRole('img')).toHaveCount(3);
    await expect(part('Products').locator('tbody')).not.toHaveCount(0);
    await dialog().getByRole('button', { name: 'Swap A and B' }).press('Enter');
    await expect(moneyOf('A per hour')).toHaveText(before[0] ?? '');
    await expect(moneyOf('B per hour')).toHaveText(before.at(-1) ?? '');
  });

  test('finds a LIVE by what is typed, with the keyboard, and Escape closes the list alone', async () => {
    const rooms = await archivedRooms(panel, 'sample');
    const other = rooms[8]?.room;
    const words = other?.title?.split(' with ')[0] ?? '';
    await field('B').click();
    await expect(dialog().getByRole('option').first()).toContainText('Your usual');
    // A LIVE isn't held against itself, and the emptied field tells nothing of the old choice.
    await expect
      .poll(async () => {
        const held = (await field('A').inputValue()).replace(/^\w+, /, '');
        return dialog().getByRole('option').filter({ hasText: held }).count();
      })
      .toBe(0);
    await expect(dialog().locator('.side-field-box small').nth(1)).toHaveText(/^\s*$/);
    await panel.keyboard.press('Escape');
    await expect(dialog().getByRole('option')).toHaveCount(0);
    await expect(dialog()).toBeVisible();
    await field('B').fill(words);
    await panel.keyboard.press('ArrowDown');
    await expect(dialog().getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
    await panel.keyboard.press('Enter');
    await expect(dialog().getByRole('option')).toHaveCount(0);
    await expect(dialog().locator('.side-field-box').nth(1)).toContainText(words);
    await expect(bars()).not.toHaveCount(0);
  });

  test('opens on a LIVE of the picker’s list with the keyboard, and gives the focus back to a closed list', async () => {
    await panel.keyboard.press('Escape');
    await expect(dialog()).toHaveCount(0);
    await picker(panel).focus();
    await picker(panel).press('Tab');
    await expect(way()).toBeFocused();
    await way().press('Enter');
    await expect(picker(panel)).toBeFocused();
    await picker(panel).press('ArrowDown');
    await picker(panel).press('ArrowDown');
    const wanted = panel.locator('.picker-option[aria-selected="true"] .picker-about');
    const title = (await wanted.textContent())?.split(' · ')[0] ?? '';
    await expect.poll(() => seriousFaults(panel, '.picker')).toEqual([]);
    await picker(panel).press('Enter');
    await expect(bars()).not.toHaveCount(0);
    await expect(dialog().locator('.side-field-box').nth(1)).toContainText(title);
    await panel.keyboard.press('Escape');
    await expect(picker(panel)).toBeFocused();
    await expect(picker(panel)).toHaveAttribute('aria-expanded', 'false');
  });

  test('compares with what is usual by the first screen’s own figure', async () => {
    await field('B').click();
    await dialog()
      .getByRole('option', { name: /^Your usual/ })
      .click();
    await expect(part('Course from the start')).toContainText('no course of its own');
    const usual = (await moneyOf('B per hour').textContent()) ?? '';
    await expect(panel.locator('.verdict-lead')).toContainText(usual);
  });

  test('has no serious fault that axe finds, and never scrolls sideways', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await panel.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect.poll(() => seriousFaults(panel, 'dialog[open]')).toEqual([]);
    }
    const isWide = () =>
      panel.evaluate(() => {
        const open = document.querySelector('dialog[open]');
        return open !== null && open.scrollWidth > open.clientWidth;
      });
    await expect.poll(isWide).toBe(false);
  });

  test('holds the hosts of one LIVE against each other, where two are marked', async () => {
    const room = (await shownRoom(panel)) ?? '';
    const live = hostedLive((await archivedSession(panel, 'sample', room)).room);
    if (live === undefined) throw new Error('The LIVE has no end.');
    const half = Math.round((live.from + live.to) / 2);
    await changeSettings(panel, {
      hosts: {
        [room]: [
          { name: 'Ana', startedAt: live.from, endedAt: half },
          { name: 'Bo', startedAt: half },
        ],
      },
    });
    try {
      await dialog().getByRole('button', { name: 'Hosts of this LIVE' }).press('Enter');
      await expect(dialog().getByRole('combobox', { name: 'A: host' })).toHaveValue('Ana');
      await expect(dialog().getByRole('combobox', { name: 'B: host' })).toHaveValue('Bo');
      await expect(bars()).not.toHaveCount(0);
      await expect(part('Figures')).toContainText('Not counted by the minute');
      await expect(part('Products')).toContainText('not by host');
    } finally {
      await changeSettings(panel, { hosts: { [room]: null } });
    }
  });
});

test('a LIVE that is only known from the list is read on the seller’s word, and compared', async () => {
  const stage = await raise();
  try {
    const panel = await stage.panelTab(`?room=${stage.room}`);
    await settled(panel, stage.room);
    await openMore(panel);
    await panel.getByRole('menuitem', { name: 'Compare this LIVE with…' }).click();
    const dialog = panel.getByRole('dialog', { name: 'Compare LIVEs' });
    await dialog.getByRole('button', { name: 'Read it now' }).press('Enter');
    await expect(dialog.getByRole('button', { name: 'Read it now' })).toHaveCount(0);
    await expect(dialog.locator('.waterfall li')).toHaveCount(7);
    await expect(dialog.getByRole('table', { name: 'Products' })).toBeVisible();
  } finally {
    await stage.close();
  }
});
